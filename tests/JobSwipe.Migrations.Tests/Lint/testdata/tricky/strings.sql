;;  ; -- nothing but semicolons
SELECT 'it''s; fine', E'a\'b;\\', U&'d\0061;t' /* ; /* nested ; */ still */ , $$;$$, $a$ ; $$ ; $b$ ; $a$, "odd "";"" name", U&"odd;\0061";
SELECT b'1010', x'ff', n'national;', 1e5, 1.5e-3, .5, 1_000, 0x1F, $q$;$q$;
SELECT 'a'
  'b;' -- continued
  , '';
SELECT a.b.c, "a"."b;", c[1:2], (d).e FROM t AS "x;y" WHERE a <> b AND c @> '{"a;": 1}' AND d ->> 'x;' = $1;
SELECT 'naïve; café', 'İstanbul', '🦀;🦀', "größe" FROM überblick
