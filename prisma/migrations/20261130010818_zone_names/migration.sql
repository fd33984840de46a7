-- Zones are chosen by their names of today (lib/core/zones.ts); what was chosen by a name of long ago follows.
DO $$
DECLARE
  renamed record;
BEGIN
  FOR renamed IN SELECT * FROM (VALUES
    ('Africa/Asmera', 'Africa/Asmara'),
    ('America/Buenos_Aires', 'America/Argentina/Buenos_Aires'),
    ('America/Catamarca', 'America/Argentina/Catamarca'),
    ('America/Coral_Harbour', 'America/Atikokan'),
    ('America/Cordoba', 'America/Argentina/Cordoba'),
    ('America/Godthab', 'America/Nuuk'),
    ('America/Indianapolis', 'America/Indiana/Indianapolis'),
    ('America/Jujuy', 'America/Argentina/Jujuy'),
    ('America/Louisville', 'America/Kentucky/Louisville'),
    ('America/Mendoza', 'America/Argentina/Mendoza'),
    ('Asia/Calcutta', 'Asia/Kolkata'),
    ('Asia/Katmandu', 'Asia/Kathmandu'),
    ('Asia/Rangoon', 'Asia/Yangon'),
    ('Asia/Saigon', 'Asia/Ho_Chi_Minh'),
    ('Atlantic/Faeroe', 'Atlantic/Faroe'),
    ('Europe/Kiev', 'Europe/Kyiv'),
    ('Pacific/Enderbury', 'Pacific/Kanton'),
    ('Pacific/Ponape', 'Pacific/Pohnpei'),
    ('Pacific/Truk', 'Pacific/Chuuk')
  ) AS v (was, now_named) LOOP
    UPDATE program SET home_zone = renamed.now_named WHERE home_zone = renamed.was;
    UPDATE program SET venue_zone = renamed.now_named WHERE venue_zone = renamed.was;
    UPDATE program_stage SET time_zone = renamed.now_named WHERE time_zone = renamed.was;
  END LOOP;
END $$;
