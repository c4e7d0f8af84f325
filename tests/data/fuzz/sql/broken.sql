\set x 1
SELECT 'open