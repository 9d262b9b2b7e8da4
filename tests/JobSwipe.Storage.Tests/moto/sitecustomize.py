# Python reads this file first. moto compares an ETag and writes in two steps, between which another request may write; S3 does both at once.
import threading

try:
    from moto.s3.responses import S3Response
except ImportError:
    pass
else:
    lock, put = threading.Lock(), S3Response.put_object

    def put_object(self):
        with lock:
            return put(self)

    S3Response.put_object = put_object
