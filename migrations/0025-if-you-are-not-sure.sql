-- owner: features/standard
-- Version 1: someone who hesitates over the danger question is told which answer to give. All else is version 0.

insert into template_version (version, published_at, definition)
select 1, '2026-11-25T00:00:00Z',
       jsonb_set(jsonb_set(definition, '{version}', '1'),
                 '{questions,0,hint}', '{"en": "If you are not sure, choose Yes"}')
from template_version where version = 0 and definition #>> '{questions,0,id}' = 'danger-now';
