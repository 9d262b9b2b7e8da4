namespace JobSwipe.Releases.Tests.Inspection;

/// <summary>The files of an application whose delivery has no defect that a rule knows; tests change some of them.</summary>
internal static class SoundApplication
{
    private const string Fly = """
        app = "sample"

        [deploy]
        strategy = "bluegreen"
        release_command = "alembic upgrade head"

        [env]
        PORT = "8080"

        [processes]
        app = "uvicorn app.main:app"
        worker = "celery -A app worker"

        [http_service]
        internal_port = 8080
        processes = ["app"]

        [[http_service.checks]]
        path = "/health"
        interval = "15s"
        """;

    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["backend/fly.toml"] = Fly,
        ["backend/fly.staging.toml"] = Fly.Replace("\"sample\"", "\"sample-staging\""),
        ["backend/Dockerfile"] = "FROM python@sha256:0000000000000000000000000000000000000000000000000000000000000000 AS runtime\nCOPY . /app\n",
        ["backend/tests/test_health.py"] = "def test_health(): pass\n",
        ["backend/requirements.txt"] = "fastapi==0.92.0\n",
        ["backend/app/main.py"] = """
            from fastapi import APIRouter, FastAPI, Response
            from prometheus_client import Counter, Gauge, Histogram
            from .database import ping

            REQUESTS = Counter("api_requests_total", "Requests", ["method", "status_code"])
            LATENCY = Histogram("api_request_duration_seconds", "Latency", ["method"])
            QUEUE = Gauge("celery_queue_length", "Waiting tasks", ["queue_name"])
            SCORE = Gauge("match_score", "Never updated")

            app = FastAPI()
            jobs = APIRouter(prefix="/jobs")


            @app.get("/health")
            def health():
                return {"status": "healthy"}


            @app.get("/ready")
            def ready(response: Response):
                if not ping():
                    response.status_code = 503
                    return {"status": "unhealthy"}
                return {"status": "healthy"}


            @jobs.get("/{job_id}")
            def job(job_id: str):
                REQUESTS.labels("GET", "200").inc()
                with LATENCY.labels("GET").time():
                    QUEUE.labels("default").set(1)
                return {"id": job_id}


            app.include_router(jobs, prefix="/api/v1")
            """,
        [".github/workflows/deliver.yml"] = """
            name: deliver
            on:
              push:
                branches: [main]
              workflow_dispatch:
                inputs:
                  version:
                    required: false
            permissions: {}
            jobs:
              test:
                runs-on: ubuntu-latest
                services:
                  postgres:
                    image: postgres:16
                steps:
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                  - name: Test
                    working-directory: backend
                    run: |
                      pip install -r requirements.txt
                      alembic upgrade head
                      pytest tests/
              staging:
                needs: [test]
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                  - name: Deploy
                    working-directory: backend
                    env:
                      FLY_API_TOKEN: ${{ secrets.FLY_API_TOKEN }}
                      IMAGE: ${{ needs.test.outputs.image }}
                    run: |
                      ../scripts/backup.sh
                      flyctl deploy --config fly.staging.toml --image "$IMAGE"
                      for i in $(seq 30); do curl --fail https://sample-staging.fly.dev/ready && exit 0; sleep 2; done
                      exit 1
              production:
                needs: [staging]
                if: ${{ inputs.version == '' }}
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                  - name: Deploy
                    working-directory: backend
                    env:
                      FLY_API_TOKEN: ${{ secrets.FLY_API_TOKEN }}
                    run: |
                      flyctl deploy --image "$IMAGE"
                      curl --fail "https://sample.fly.dev/api/v1/jobs/1"
            """,
        [".github/workflows/drill.yml"] = """
            name: drill
            on:
              schedule:
                - cron: '0 4 * * 1'
            jobs:
              drill:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                  - run: ./scripts/restore.sh
            """,
        ["scripts/backup.sh"] = """
            #!/usr/bin/env bash
            set -euo pipefail
            folder=$(mktemp -d)
            trap 'rm -rf "$folder"' EXIT
            pg_dump --format=custom --compress=0 --dbname "$DATABASE_URL" | zstd | age -r "$RECIPIENT" > "$folder/app.dump.zst.age"
            aws s3 cp "$folder/app.dump.zst.age" "s3://backups/$(date +%F).dump.zst.age"
            names=$(aws s3 ls s3://backups/ | awk '{print $4}' | sort | head -n -30)
            while IFS= read -r name; do aws s3 rm "s3://backups/$name"; done <<< "$names"
            """,
        ["scripts/restore.sh"] = """
            #!/usr/bin/env bash
            set -euo pipefail
            # Never DROP DATABASE here.
            sha256sum --check "$1.sha256"
            createdb restored
            pg_restore --exit-on-error --dbname restored "$1"
            cat <<EOF
            sleep 30
            EOF
            """,
        ["monitoring/prometheus.yml"] = """
            scrape_configs:
              - job_name: backend
                static_configs:
                  - targets: ['app:8080']
            rule_files:
              - rules/*.yml
            alerting:
              alertmanagers:
                - static_configs:
                    - targets: ['alertmanager:9093']
            """,
        ["monitoring/rules/alerts.yml"] = """
            groups:
              - name: backend
                rules:
                  - record: job:errors:ratio
                    expr: sum(rate(api_requests_total{status_code=~"5.."}[5m])) / sum(rate(api_requests_total[5m]))
                  - alert: Errors
                    expr: job:errors:ratio > 0.05
                    annotations:
                      summary: "{{ $value | humanizePercentage }} fail"
                  - alert: Slow
                    expr: histogram_quantile(0.99, sum by (le) (rate(api_request_duration_seconds_bucket{method="GET"}[5m]))) > 1 and on() up == 1
                  - alert: Queue
                    expr: max by (queue_name) (celery_queue_length) > 100
            """,
        ["monitoring/alertmanager.yml"] = """
            route:
              receiver: slack
            receivers:
              - name: slack
                slack_configs:
                  - api_url_file: /etc/alertmanager/slack
                    channel: '#alerts'
                    text: '{{ .CommonAnnotations.summary }}'
            """,
        ["monitoring/dashboards/backend.json"] = """{ "title": "Backend", "uid": "backend", "panels": [] }""",
        ["compose.yml"] = """
            services:
              prometheus:
                image: prom/prometheus:v3.0.0
                volumes:
                  - ./monitoring:/etc/prometheus:ro
            """,
    };
}
