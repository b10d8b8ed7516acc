-- owner: features/standard
-- Version 0: the short template of twelve questions. Words follow practice (f) F1, F4, F5; the signs are our own
-- wording of published catalogues (domain 3.4) and carry no weight or score.

insert into template_version (version, published_at, definition) values (0, '2026-11-24T00:00:00Z', $json$
{
  "version": 0,
  "title": { "en": "Concern about a child" },
  "steps": [
    { "id": "danger", "title": { "en": "Danger now" } },
    { "id": "area", "title": { "en": "Where the child lives" } },
    { "id": "child", "title": { "en": "The child" } },
    { "id": "what-happened", "title": { "en": "What you saw, heard or were told" } },
    { "id": "family", "title": { "en": "The child and family" } }
  ],
  "questions": [
    {
      "id": "danger-now", "step": "danger", "each": "concern", "type": "yes-no", "category": "concern", "absences": [],
      "label": { "en": "Is a child in danger now?" }
    },
    {
      "id": "spoken-to", "step": "danger", "each": "concern", "type": "spoken-to", "category": "concern", "absences": [],
      "askedWhen": { "question": "danger-now", "is": "yes" },
      "label": { "en": "Who have you spoken to?" },
      "hint": { "en": "Their name, the time, and a reference if they gave one" }
    },
    {
      "id": "child-area", "step": "area", "each": "concern", "type": "area", "category": "concern", "absences": [],
      "label": { "en": "Which area does the child live in?" },
      "hint": { "en": "If you do not know, choose the area where you are. They will pass it on." }
    },
    {
      "id": "child-name", "step": "child", "each": "child", "type": "person-name", "category": "identity",
      "absences": ["not-known", "declined"],
      "label": { "en": "What is the child’s name?" },
      "hint": { "en": "As much as you know, for example a first name" }
    },
    {
      "id": "child-born", "step": "child", "each": "child", "type": "birth", "category": "identity",
      "absences": ["not-known", "declined", "not-asked"],
      "label": { "en": "When were they born?" },
      "hint": { "en": "For example, 27 3 2011. If you only know the year, enter the year." }
    },
    {
      "id": "child-sex", "step": "child", "each": "child", "type": "choice", "category": "identity",
      "absences": ["not-known", "declined", "not-asked"],
      "label": { "en": "What is their sex?" },
      "options": [{ "code": "F", "label": { "en": "Female" } }, { "code": "M", "label": { "en": "Male" } }]
    },
    {
      "id": "child-address", "step": "child", "each": "child", "type": "text", "category": "identity",
      "absences": ["not-known", "declined", "not-asked"],
      "label": { "en": "Where do they live or stay?" },
      "hint": { "en": "An address, or who they stay with" }
    },
    {
      "id": "child-school", "step": "child", "each": "child", "type": "text", "category": "education",
      "absences": ["not-known", "not-applicable", "not-asked"],
      "label": { "en": "Which school or college do they go to?" }
    },
    {
      "id": "account", "step": "what-happened", "each": "concern", "type": "long-text", "category": "concern", "absences": [],
      "label": { "en": "What did you see, hear or get told?" },
      "hint": { "en": "Write what you saw, heard or were told, in the words used. Say which is fact and which is your view. The child, their family and a court may read this one day." }
    },
    {
      "id": "noticed", "step": "what-happened", "each": "concern", "type": "choices", "category": "concern", "sign": true,
      "absences": ["not-known", "not-applicable"],
      "label": { "en": "What have you noticed?" },
      "hint": { "en": "A child can seem confident, angry, ‘streetwise’ or in control and still be being exploited. Boys are noticed less often. No sign on this list proves exploitation, and having none does not rule it out. A child cannot agree to their own exploitation." },
      "options": [
        { "code": "missing", "label": { "en": "Out late or missing from home, school or care" } },
        { "code": "gifts", "label": { "en": "Money, phones or other things that nobody can explain" } },
        { "code": "older-company", "label": { "en": "New or older company, or unknown vehicles" } },
        { "code": "phone", "label": { "en": "Phone or online contact that worries them or you" } },
        { "code": "school", "label": { "en": "Absent from or losing touch with school" } },
        { "code": "distress", "label": { "en": "Distress, self-harm or a marked change in mood" } },
        { "code": "controlled", "label": { "en": "Someone seems to control where they go or whom they see" } },
        { "code": "moved", "label": { "en": "Someone else arranges their travel" } }
      ]
    },
    {
      "id": "child-words", "step": "what-happened", "each": "concern", "type": "long-text", "category": "voice",
      "absences": ["not-asked", "declined", "not-known"],
      "label": { "en": "What did the child say, in their own words?" },
      "hint": { "en": "You do not need to ask the child anything more. If they tell you something, listen, do not press for detail, do not promise to keep it secret, and write down their words." }
    },
    {
      "id": "family-knows", "step": "family", "each": "concern", "type": "choice", "category": "welfare",
      "absences": ["not-known", "not-asked"],
      "label": { "en": "Do the child and their family know that you are telling us?" },
      "hint": { "en": "Do not tell anyone if that could put the child in danger." },
      "options": [
        { "code": "both", "label": { "en": "The child and the family know" } },
        { "code": "child", "label": { "en": "The child knows, the family does not" } },
        { "code": "family", "label": { "en": "The family knows, the child does not" } },
        { "code": "neither", "label": { "en": "Neither knows" } },
        { "code": "unsafe", "label": { "en": "It would not be safe to tell them" } }
      ]
    }
  ]
}
$json$);
