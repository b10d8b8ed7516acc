-- owner: features/standard
-- Version 2: the template in full, with two faces (practice A24): what anyone can say who noticed something, and what those
-- who work with the child record besides. No sign carries a weight, and there is no score (DESIGN 2.4). Questions of the
-- categories health and sexual health are asked only of those whose role covers them. Neither a disability nor whom a child
-- loves is a sign here, as some published lists have it: a protected characteristic is recorded as what it is.

insert into template_version (version, published_at, definition) values (2, '2026-11-26T00:00:00Z', $json$
{
  "version": 2, "title": {"en": "Concern about a child"},
  "faces": [
    {"id": "referrer", "absences": ["not-known", "not-applicable"], "title": {"en": "Say what worries you"}, "hint": {"en": "What you saw, heard or were told, in your own words. About five minutes."}},
    {"id": "practitioner", "title": {"en": "Record in full"}, "hint": {"en": "For those who work with the child: also the family, the home and the full list of signs. You can come back to it."}}
  ],
  "repeats": [
    {"id": "child", "many": "children", "least": 1, "most": 12, "one": {"en": "child"}, "step": "child"},
    {"id": "adult", "many": "adults", "least": 0, "most": 12, "one": {"en": "adult"}, "step": "adults", "after": {"question": "adults-known", "is": ["yes"]}},
    {"id": "person", "many": "people", "least": 0, "most": 20, "one": {"en": "person"}, "step": "people", "after": {"question": "people-known", "is": ["yes"]}}
  ],
  "steps": [
    {"id": "danger", "title": {"en": "Danger now"}},
    {"id": "area", "title": {"en": "Where the child lives"}},
    {"id": "child", "title": {"en": "The child"}},
    {"id": "home", "title": {"en": "The child’s home"}},
    {"id": "adults", "title": {"en": "Parents, carers and other adults around the child"}},
    {"id": "what-happened", "title": {"en": "What you saw, heard or were told"}},
    {"id": "people", "title": {"en": "Other people in this concern"}},
    {"id": "signs", "title": {"en": "Signs"}, "lead": {"en": "A child can seem confident, angry, ‘streetwise’ or in control and still be being exploited. Boys are noticed less often. No sign on this list proves exploitation, and having none does not rule it out. A child cannot agree to their own exploitation. No list of signs has been shown to predict anything: your view and your reasons count more."}},
    {"id": "done", "title": {"en": "What has been done"}}
  ],
  "lists": {
    "sex": { "source": "DfE children in need census", "options": [
      {"code": "F", "label": {"en": "Female"}},
      {"code": "M", "label": {"en": "Male"}}
    ] },
    "ethnicity": { "source": "ONS harmonised groups, 2021", "options": [
      {"code": "white-british", "label": {"en": "White: English, Welsh, Scottish, Northern Irish or British"}},
      {"code": "white-irish", "label": {"en": "White: Irish"}},
      {"code": "white-gypsy-traveller", "label": {"en": "White: Gypsy or Irish Traveller"}},
      {"code": "white-roma", "label": {"en": "White: Roma"}},
      {"code": "white-other", "label": {"en": "White: any other background"}},
      {"code": "mixed-caribbean", "label": {"en": "Mixed: White and Black Caribbean"}},
      {"code": "mixed-african", "label": {"en": "Mixed: White and Black African"}},
      {"code": "mixed-asian", "label": {"en": "Mixed: White and Asian"}},
      {"code": "mixed-other", "label": {"en": "Mixed: any other background"}},
      {"code": "asian-indian", "label": {"en": "Asian: Indian"}},
      {"code": "asian-pakistani", "label": {"en": "Asian: Pakistani"}},
      {"code": "asian-bangladeshi", "label": {"en": "Asian: Bangladeshi"}},
      {"code": "asian-chinese", "label": {"en": "Asian: Chinese"}},
      {"code": "asian-other", "label": {"en": "Asian: any other background"}},
      {"code": "black-caribbean", "label": {"en": "Black: Caribbean"}},
      {"code": "black-african", "label": {"en": "Black: African"}},
      {"code": "black-other", "label": {"en": "Black: any other background"}},
      {"code": "arab", "label": {"en": "Arab"}},
      {"code": "other", "label": {"en": "Any other group"}}
    ] },
    "disability": { "source": "DfE children in need census", "options": [
      {"code": "NONE", "label": {"en": "No disability"}},
      {"code": "MOB", "label": {"en": "Mobility"}},
      {"code": "HAND", "label": {"en": "Hand function"}},
      {"code": "PC", "label": {"en": "Personal care"}},
      {"code": "INC", "label": {"en": "Incontinence"}},
      {"code": "COMM", "label": {"en": "Communication"}},
      {"code": "LD", "label": {"en": "Learning"}},
      {"code": "HEAR", "label": {"en": "Hearing"}},
      {"code": "VIS", "label": {"en": "Vision"}},
      {"code": "BEH", "label": {"en": "Behaviour"}},
      {"code": "CON", "label": {"en": "Consciousness"}},
      {"code": "AUT", "label": {"en": "Autism or Asperger syndrome"}},
      {"code": "DDA", "label": {"en": "Another disability"}}
    ] },
    "lives-with": { "source": "Sightline’s own words", "options": [
      {"code": "parents", "label": {"en": "Both parents"}},
      {"code": "one-parent", "label": {"en": "One parent"}},
      {"code": "family", "label": {"en": "Other family or friends"}},
      {"code": "foster", "label": {"en": "Foster carers"}},
      {"code": "residential", "label": {"en": "A children’s home"}},
      {"code": "supported", "label": {"en": "Supported accommodation"}},
      {"code": "alone", "label": {"en": "On their own"}},
      {"code": "unsettled", "label": {"en": "Nowhere settled"}}
    ] },
    "legal-status": { "source": "Children Act 1989; remand: LASPO Act 2012", "options": [
      {"code": "none", "label": {"en": "None"}},
      {"code": "section-20", "label": {"en": "Accommodated (section 20)"}},
      {"code": "interim-care", "label": {"en": "Interim care order (section 38)"}},
      {"code": "care", "label": {"en": "Care order (section 31)"}},
      {"code": "supervision", "label": {"en": "Supervision order"}},
      {"code": "emergency", "label": {"en": "Emergency protection order (section 44)"}},
      {"code": "police-protection", "label": {"en": "Police protection (section 46)"}},
      {"code": "guardianship", "label": {"en": "Special guardianship order"}},
      {"code": "remand", "label": {"en": "Remanded"}}
    ] },
    "plan": { "source": "Sightline’s own words", "options": [
      {"code": "none", "label": {"en": "None"}},
      {"code": "early-help", "label": {"en": "Early help or family help"}},
      {"code": "in-need", "label": {"en": "Child in need plan"}},
      {"code": "protection", "label": {"en": "Child protection plan"}},
      {"code": "care", "label": {"en": "Care plan"}},
      {"code": "pathway", "label": {"en": "Pathway plan"}}
    ] },
    "relationship": { "source": "Sightline’s own words", "options": [
      {"code": "mother", "label": {"en": "Mother"}},
      {"code": "father", "label": {"en": "Father"}},
      {"code": "step-parent", "label": {"en": "Step-parent or parent’s partner"}},
      {"code": "grandparent", "label": {"en": "Grandparent"}},
      {"code": "sibling", "label": {"en": "Brother or sister"}},
      {"code": "relative", "label": {"en": "Other relative"}},
      {"code": "carer", "label": {"en": "Carer"}},
      {"code": "friend", "label": {"en": "Family friend"}},
      {"code": "other", "label": {"en": "Someone else"}}
    ] },
    "safe-to-tell": { "source": "Practice B16", "options": [
      {"code": "partner", "label": {"en": "Is a partner in keeping the child safe"}},
      {"code": "not-told", "label": {"en": "Must not be told"}},
      {"code": "not-yet-known", "label": {"en": "Not yet known"}}
    ] },
    "setting": { "source": "Sightline’s own words", "options": [
      {"code": "online", "label": {"en": "Online"}},
      {"code": "public-place", "label": {"en": "A street, park or other public place"}},
      {"code": "transport", "label": {"en": "A vehicle, station or other transport"}},
      {"code": "home", "label": {"en": "The child’s home"}},
      {"code": "other-home", "label": {"en": "Another private address"}},
      {"code": "residential", "label": {"en": "Where the child is in care"}},
      {"code": "hotel", "label": {"en": "A hotel or other lodging"}},
      {"code": "business", "label": {"en": "A shop, restaurant or other business"}},
      {"code": "education", "label": {"en": "A school or college"}},
      {"code": "elsewhere", "label": {"en": "Somewhere else"}}
    ] },
    "often": { "source": "Sightline’s own words, after domain 2.11", "options": [
      {"code": "once", "label": {"en": "Once"}},
      {"code": "several", "label": {"en": "Several times"}},
      {"code": "weekly", "label": {"en": "Every week or more"}}
    ] },
    "asked-child": { "source": "Practice A24", "options": [
      {"code": "nothing", "label": {"en": "I asked the child nothing"}},
      {"code": "told", "label": {"en": "The child told me without being asked"}},
      {"code": "asked", "label": {"en": "I asked the child something"}}
    ] },
    "noticed": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "missing", "label": {"en": "Out late or missing from home, school or care"}},
      {"code": "gifts", "label": {"en": "Money, phones or other things that nobody can explain"}},
      {"code": "older-company", "label": {"en": "New or older company, or unknown vehicles"}},
      {"code": "phone", "label": {"en": "Phone or online contact that worries them or you"}},
      {"code": "school", "label": {"en": "Absent from or losing touch with school"}},
      {"code": "distress", "label": {"en": "Distress, self-harm or a marked change in mood"}},
      {"code": "controlled", "label": {"en": "Someone seems to control where they go or who they see"}},
      {"code": "moved", "label": {"en": "Someone else arranges their travel"}}
    ] },
    "part": { "source": "Practice A5, F13", "options": [
      {"code": "may-have-harmed", "label": {"en": "They may have harmed the child"}},
      {"code": "may-have-been-harmed", "label": {"en": "They may have been harmed too"}},
      {"code": "both", "label": {"en": "Both"}},
      {"code": "was-there", "label": {"en": "They were there"}}
    ] },
    "basis": { "source": "Practice B21", "options": [
      {"code": "seen", "label": {"en": "I saw them"}},
      {"code": "child-told", "label": {"en": "The child told me"}},
      {"code": "other-told", "label": {"en": "Someone else told me"}},
      {"code": "rumour", "label": {"en": "It is a rumour"}}
    ] },
    "age-then": { "source": "Practice A5", "options": [
      {"code": "under-eighteen", "label": {"en": "Under 18"}},
      {"code": "adult", "label": {"en": "18 or over"}}
    ] },
    "crime": { "source": "Practice A17", "options": [
      {"code": "recorded", "label": {"en": "Yes, and the police have recorded it"}},
      {"code": "not-recorded", "label": {"en": "Yes, and it is not recorded"}},
      {"code": "unsure", "label": {"en": "Yes or perhaps, and I do not know whether it is recorded"}},
      {"code": "no", "label": {"en": "No"}}
    ] },
    "works-for": { "source": "Sightline’s own words", "options": [
      {"code": "police", "label": {"en": "The police"}},
      {"code": "council", "label": {"en": "A council, also as a councillor or on contract"}},
      {"code": "health", "label": {"en": "A health service"}},
      {"code": "education", "label": {"en": "A school, college or nursery"}},
      {"code": "care", "label": {"en": "A children’s home or as a foster carer"}},
      {"code": "transport", "label": {"en": "A taxi or other licensed transport"}},
      {"code": "voluntary", "label": {"en": "A charity, faith group, club or sport"}},
      {"code": "other", "label": {"en": "Someone else"}}
    ] },
    "told": { "source": "Sightline’s own words", "options": [
      {"code": "police", "label": {"en": "Police"}},
      {"code": "childrens-services", "label": {"en": "Children’s services"}},
      {"code": "school", "label": {"en": "School or college"}},
      {"code": "health", "label": {"en": "Health"}},
      {"code": "carer", "label": {"en": "Parent or carer"}},
      {"code": "manager", "label": {"en": "My manager or safeguarding lead"}},
      {"code": "nobody", "label": {"en": "Nobody yet"}}
    ] },
    "family-knows": { "source": "Sightline’s own words", "options": [
      {"code": "both", "label": {"en": "The child and the family know"}},
      {"code": "child", "label": {"en": "The child knows, the family does not"}},
      {"code": "family", "label": {"en": "The family knows, the child does not"}},
      {"code": "neither", "label": {"en": "Neither knows"}},
      {"code": "unsafe", "label": {"en": "It would not be safe to tell them"}}
    ] },
    "knows": { "source": "Sightline’s own words", "options": [
      {"code": "works", "label": {"en": "I work with the child"}},
      {"code": "cares", "label": {"en": "I care for the child or am family"}},
      {"code": "met", "label": {"en": "I met or saw the child"}},
      {"code": "told", "label": {"en": "Someone told me"}}
    ] },
    "states": { "source": "Practice A24", "options": [
      {"code": "now", "label": {"en": "Now"}},
      {"code": "before", "label": {"en": "Before"}},
      {"code": "not-seen", "label": {"en": "Not seen"}},
      {"code": "not-known", "label": {"en": "Not known"}}
    ] },
    "signs-family": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "strain", "label": {"en": "Strain at home: violence, drugs or alcohol, ill-health or crime"}},
      {"code": "breakdown", "label": {"en": "Family relationships have broken down"}},
      {"code": "distance", "sign": true, "label": {"en": "Less contact with family"}}
    ] },
    "signs-earlier": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "abuse", "label": {"en": "Abuse or neglect earlier in life"}},
      {"code": "honour", "label": {"en": "Forced marriage, FGM or so-called honour-based abuse is feared"}},
      {"code": "withdrawn", "sign": true, "label": {"en": "Told of harm, and later did not wish to speak of it"}}
    ] },
    "signs-loss": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "bereaved", "label": {"en": "A bereavement or other loss"}},
      {"code": "worth", "label": {"en": "Thinks little of themselves"}},
      {"code": "distress", "sign": true, "label": {"en": "Distress, self-harm or a marked change in mood"}},
      {"code": "carer", "label": {"en": "Cares for someone at home"}}
    ] },
    "signs-housing": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "placement", "label": {"en": "Lives in residential care, a hostel or bed and breakfast"}},
      {"code": "homeless", "label": {"en": "Has no home, or moves between homes"}},
      {"code": "unsuitable", "label": {"en": "Lives somewhere that does not keep them safe"}}
    ] },
    "signs-education": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "absent", "sign": true, "label": {"en": "Absent, excluded or losing touch"}},
      {"code": "peers", "label": {"en": "Peers at school are being exploited"}}
    ] },
    "signs-missing": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "late", "sign": true, "label": {"en": "Out late"}},
      {"code": "missing", "sign": true, "label": {"en": "Missing from home, school or care"}},
      {"code": "overnight", "sign": true, "label": {"en": "Missing overnight or longer"}}
    ] },
    "signs-company": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "exploited", "label": {"en": "Friends who are being exploited"}},
      {"code": "gang", "label": {"en": "People in a gang around them"}},
      {"code": "isolated", "label": {"en": "Few friends of their own age"}},
      {"code": "older", "sign": true, "label": {"en": "New or older friends"}},
      {"code": "places", "sign": true, "label": {"en": "Seen at places of concern"}}
    ] },
    "signs-adults": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "no-safe-adult", "label": {"en": "No safe, caring adult"}},
      {"code": "callers", "sign": true, "label": {"en": "Calls or visits from unknown adults"}},
      {"code": "vehicles", "sign": true, "label": {"en": "Unknown vehicles or taxis"}},
      {"code": "speaks", "sign": true, "label": {"en": "Someone speaks for them or watches them"}}
    ] },
    "signs-gifts": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "poverty", "label": {"en": "The family is short of money"}},
      {"code": "unexplained", "sign": true, "label": {"en": "Money, clothes or phones that nobody can explain"}},
      {"code": "debt", "sign": true, "label": {"en": "Owes someone"}}
    ] },
    "signs-online": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "strangers", "sign": true, "label": {"en": "In contact with people they do not know"}},
      {"code": "secret", "sign": true, "label": {"en": "A second phone, or fear of its messages"}},
      {"code": "pressure", "sign": true, "label": {"en": "Sexual pressure or bullying online"}}
    ] },
    "signs-crime": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "drawn", "sign": true, "label": {"en": "Drawn into offending by others"}},
      {"code": "carries", "sign": true, "label": {"en": "Carries things or money for others"}}
    ] },
    "signs-health": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "substances", "sign": true, "label": {"en": "Drugs or alcohol"}},
      {"code": "appearance", "sign": true, "label": {"en": "A marked change in how they look"}},
      {"code": "tired", "label": {"en": "Tired or unwell without a cause that is known"}}
    ] },
    "signs-sexual-health": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "infection", "label": {"en": "Repeated infection"}},
      {"code": "pregnancy", "label": {"en": "Pregnancy or termination"}}
    ] },
    "protecting": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "adult", "label": {"en": "An adult they trust"}},
      {"code": "school", "label": {"en": "School or college that they go to"}},
      {"code": "housing", "label": {"en": "A safe place to live"}},
      {"code": "help", "label": {"en": "Help that they accept"}},
      {"code": "friends", "label": {"en": "Friends of their own age"}},
      {"code": "disruption", "label": {"en": "Someone who harms them is being stopped"}}
    ] },
    "harm": { "source": "Sightline’s own words for signs that published lists share (OCC 2013 appendix 3, SERAF, North Wales Police, Perth and Kinross)", "options": [
      {"code": "told", "sign": true, "label": {"en": "Has told someone of harm"}},
      {"code": "controlled", "sign": true, "label": {"en": "Someone older controls or hurts them"}},
      {"code": "exchange", "sign": true, "label": {"en": "Something was given or promised for sexual activity"}},
      {"code": "images", "sign": true, "label": {"en": "Images were made or shared under pressure"}},
      {"code": "moved", "sign": true, "label": {"en": "Taken from place to place by others"}},
      {"code": "injured", "sign": true, "label": {"en": "Injuries that nobody can explain"}},
      {"code": "brought", "sign": true, "label": {"en": "Made to bring other children, who may need protecting too"}}
    ] }
  },
  "questions": [
    {"id": "danger-now", "step": "danger", "each": "concern", "type": "yes-no", "category": "concern", "absences": [], "label": {"en": "Is a child in danger now?"}, "hint": {"en": "If you are not sure, choose Yes"}},
    {"id": "spoken-to", "step": "danger", "each": "concern", "type": "spoken-to", "category": "concern", "absences": [], "askedWhen": {"question": "danger-now", "is": ["yes"]}, "label": {"en": "Who have you spoken to?"}, "hint": {"en": "Their name, the time, and a reference if they gave one"}},
    {"id": "child-area", "step": "area", "each": "concern", "type": "area", "category": "concern", "absences": [], "label": {"en": "Which area does the child live in?"}, "hint": {"en": "If you do not know, choose the area where you are"}},
    {"id": "you-know-child", "step": "area", "each": "concern", "type": "choice", "category": "concern", "absences": [], "list": "knows", "label": {"en": "How do you know about this?"}},
    {"id": "child-name", "step": "child", "each": "child", "type": "person-name", "category": "identity", "absences": ["not-known", "declined"], "label": {"en": "What is the child’s name?"}, "hint": {"en": "As much as you know, for example a first name"}},
    {"id": "child-other-names", "step": "child", "each": "child", "type": "lines", "category": "identity", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "Which other names or nicknames do they use?"}, "hint": {"en": "One on each line"}},
    {"id": "child-born", "step": "child", "each": "child", "type": "birth", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "label": {"en": "When were they born?"}, "hint": {"en": "For example, 27 3 2011. If you only know the year, enter the year."}},
    {"id": "child-sex", "step": "child", "each": "child", "type": "choice", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "list": "sex", "label": {"en": "What is their sex?"}},
    {"id": "child-ethnicity", "step": "child", "each": "child", "type": "choice", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "list": "ethnicity", "shown": "select", "label": {"en": "What is their ethnic group?"}, "hint": {"en": "As the child or family says it. Do not guess."}},
    {"id": "child-language", "step": "child", "each": "child", "type": "text", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "faces": ["practitioner"], "label": {"en": "Which language do they speak best?"}, "hint": {"en": "Say also where an interpreter is needed. Do not use family or friends to interpret."}},
    {"id": "child-interpreter", "step": "child", "each": "child", "type": "yes-no", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "faces": ["practitioner"], "label": {"en": "Do they need an interpreter?"}},
    {"id": "child-communication", "step": "child", "each": "child", "type": "text", "category": "identity", "absences": ["not-known", "declined", "not-asked", "not-applicable"], "faces": ["practitioner"], "label": {"en": "What helps them to understand and be understood?"}},
    {"id": "child-disability", "step": "child", "each": "child", "type": "choices", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "faces": ["practitioner"], "list": "disability", "alone": ["NONE"], "label": {"en": "Do they have a disability?"}},
    {"id": "child-address", "step": "child", "each": "child", "type": "text", "category": "identity", "absences": ["not-known", "declined", "not-asked"], "label": {"en": "Where do they live or stay?"}, "hint": {"en": "An address, or who they stay with"}},
    {"id": "child-school", "step": "child", "each": "child", "type": "text", "category": "education", "absences": ["not-known", "not-applicable", "not-asked"], "label": {"en": "Which school or college do they go to?"}},
    {"id": "child-numbers", "step": "child", "each": "child", "type": "lines", "category": "identity", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "Which numbers do you know them by?"}, "hint": {"en": "One on each line: NHS number, unique pupil number, your own system’s number"}},
    {"id": "child-safe-contact", "step": "child", "each": "child", "type": "text", "category": "welfare", "absences": ["not-known", "declined", "not-asked"], "label": {"en": "How can the child be reached safely?"}, "hint": {"en": "A number or person, when, and who must not know. Others may see the child’s phone."}},
    {"id": "child-lives-with", "step": "home", "each": "child", "type": "choice", "category": "welfare", "absences": ["not-known", "declined", "not-asked"], "faces": ["practitioner"], "list": "lives-with", "label": {"en": "Who does the child live with?"}},
    {"id": "child-legal-status", "step": "home", "each": "child", "type": "choice", "category": "welfare", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "legal-status", "label": {"en": "What is their legal status?"}},
    {"id": "child-placed-by", "step": "home", "each": "child", "type": "text", "category": "welfare", "absences": ["not-known"], "faces": ["practitioner"], "askedWhen": {"question": "child-legal-status", "is": ["section-20", "interim-care", "care", "emergency", "police-protection", "remand"]}, "label": {"en": "Which council placed them?"}},
    {"id": "child-siblings", "step": "home", "each": "child", "type": "lines", "category": "welfare", "absences": ["not-known", "not-applicable", "not-asked"], "faces": ["practitioner"], "label": {"en": "Which brothers, sisters and other children live there?"}, "hint": {"en": "One on each line, with their age if you know it"}},
    {"id": "child-plan", "step": "home", "each": "child", "type": "choice", "category": "welfare", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "plan", "label": {"en": "Which plan is the child on?"}},
    {"id": "child-workers", "step": "home", "each": "child", "type": "lines", "category": "welfare", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "Who works with the child?"}, "hint": {"en": "One on each line: name, service, number. Social worker, reviewing officer, guardian, youth justice worker, school."}},
    {"id": "adults-known", "step": "adults", "each": "concern", "type": "yes-no", "category": "welfare", "absences": [], "faces": ["practitioner"], "label": {"en": "Do you know of parents, carers or other adults around the child?"}, "hint": {"en": "We ask about each of them, also whether they can be told. If one of them may have harmed the child, add them under ‘Other people’ as well."}},
    {"id": "adult-name", "step": "adults", "each": "adult", "type": "person-name", "category": "welfare", "absences": ["not-known"], "faces": ["practitioner"], "label": {"en": "What is their name?"}},
    {"id": "adult-relationship", "step": "adults", "each": "adult", "type": "choice", "category": "welfare", "absences": ["not-known"], "faces": ["practitioner"], "list": "relationship", "label": {"en": "Who are they to the child?"}},
    {"id": "adult-responsibility", "step": "adults", "each": "adult", "type": "yes-no", "category": "welfare", "absences": ["not-known"], "faces": ["practitioner"], "label": {"en": "Do they have parental responsibility?"}},
    {"id": "adult-safe-to-tell", "step": "adults", "each": "adult", "type": "choice", "category": "welfare", "absences": [], "faces": ["practitioner"], "list": "safe-to-tell", "label": {"en": "Can they be told, and help to keep the child safe?"}},
    {"id": "adult-reached", "step": "adults", "each": "adult", "type": "text", "category": "welfare", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "How can they be reached?"}},
    {"id": "account", "step": "what-happened", "each": "concern", "type": "long-text", "category": "concern", "absences": [], "label": {"en": "What did you see, hear or get told?"}, "hint": {"en": "Write what you saw, heard or were told, in the words used. Say which is fact and which is your view. The child, their family and a court may read this one day."}},
    {"id": "happened-when", "step": "what-happened", "each": "concern", "type": "day", "category": "concern", "absences": ["not-known"], "label": {"en": "When did it happen?"}, "hint": {"en": "The last time, if there were several. If you only know the month or the year, leave the rest empty."}},
    {"id": "happened-first", "step": "what-happened", "each": "concern", "type": "day", "category": "concern", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "When was the first time?"}, "hint": {"en": "If you only know the month or the year, leave the rest empty."}},
    {"id": "happened-often", "step": "what-happened", "each": "concern", "type": "choice", "category": "concern", "absences": ["not-known"], "faces": ["practitioner"], "list": "often", "label": {"en": "How often?"}},
    {"id": "happened-where", "step": "what-happened", "each": "concern", "type": "text", "category": "concern", "absences": ["not-known"], "label": {"en": "Where did it happen?"}, "hint": {"en": "A place or address, or the name of a site or app"}},
    {"id": "setting", "step": "what-happened", "each": "concern", "type": "choices", "category": "concern", "absences": ["not-known"], "list": "setting", "label": {"en": "What kind of place was it?"}},
    {"id": "noticed", "step": "what-happened", "each": "concern", "type": "choices", "category": "concern", "absences": ["not-known", "not-applicable"], "faces": ["referrer"], "sign": true, "list": "noticed", "label": {"en": "What have you noticed?"}, "hint": {"en": "A child can seem confident, angry, ‘streetwise’ or in control and still be being exploited. Boys are noticed less often. No sign on this list proves exploitation, and having none does not rule it out. A child cannot agree to their own exploitation."}},
    {"id": "asked-child", "step": "what-happened", "each": "concern", "type": "choice", "category": "voice", "absences": [], "list": "asked-child", "label": {"en": "Has the child said anything?"}, "hint": {"en": "You do not need to ask the child anything more. If they tell you something, listen, do not press for detail, do not promise to keep it secret, and write down their words."}},
    {"id": "asked-words", "step": "what-happened", "each": "concern", "type": "text", "category": "voice", "absences": ["not-known"], "askedWhen": {"question": "asked-child", "is": ["asked"]}, "label": {"en": "What did you ask, in your exact words?"}},
    {"id": "child-words", "step": "what-happened", "each": "concern", "type": "long-text", "category": "voice", "absences": ["declined", "not-known"], "askedWhen": {"question": "asked-child", "is": ["told", "asked"]}, "label": {"en": "What did the child say, in their own words?"}},
    {"id": "vehicles", "step": "what-happened", "each": "concern", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "label": {"en": "Which vehicles?"}, "hint": {"en": "One on each line: number plate or part of it, make, colour"}},
    {"id": "phones", "step": "what-happened", "each": "concern", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "label": {"en": "Which phone numbers?"}, "hint": {"en": "One on each line"}},
    {"id": "online-names", "step": "what-happened", "each": "concern", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "label": {"en": "Which online names?"}, "hint": {"en": "One on each line, with the site or app"}},
    {"id": "images", "step": "what-happened", "each": "concern", "type": "yes-no", "category": "concern", "absences": ["not-known", "not-asked"], "label": {"en": "Is there an image or video of the child?"}, "hint": {"en": "Do not upload, copy, forward or photograph any sexual image of a child, even as proof. Note that it exists, where, and who has the device. Then ring the police."}},
    {"id": "images-where", "step": "what-happened", "each": "concern", "type": "text", "category": "concern", "absences": ["not-known"], "askedWhen": {"question": "images", "is": ["yes"]}, "label": {"en": "On which device or account is it, and who has it?"}},
    {"id": "people-known", "step": "people", "each": "concern", "type": "yes-no", "category": "concern", "absences": ["not-known"], "label": {"en": "Is anyone else part of this?"}, "hint": {"en": "Someone who may harm the child, or another child who was there. You do not need to know their name."}},
    {"id": "person-name", "step": "people", "each": "person", "type": "person-name", "category": "concern", "absences": ["not-known"], "label": {"en": "What is their name?"}, "hint": {"en": "Leave it and say ‘Not known’ if you only know a nickname or what they look like"}},
    {"id": "person-nicknames", "step": "people", "each": "person", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "label": {"en": "Which nicknames do they use?"}, "hint": {"en": "One on each line"}},
    {"id": "person-description", "step": "people", "each": "person", "type": "text", "category": "concern", "absences": ["not-known"], "label": {"en": "What do they look like?"}, "hint": {"en": "Build, hair, clothes, anything that would help to know them again"}},
    {"id": "person-age", "step": "people", "each": "person", "type": "choice", "category": "concern", "absences": ["not-known"], "list": "age-then", "label": {"en": "How old were they at the time?"}, "hint": {"en": "Someone under 18 is a child, whatever their part, and may need protecting"}},
    {"id": "person-sex", "step": "people", "each": "person", "type": "choice", "category": "concern", "absences": ["not-known"], "faces": ["practitioner"], "list": "sex", "label": {"en": "What is their sex?"}},
    {"id": "person-to-child", "step": "people", "each": "person", "type": "text", "category": "concern", "absences": ["not-known"], "label": {"en": "How do they know the child?"}},
    {"id": "person-part", "step": "people", "each": "person", "type": "choice", "category": "concern", "absences": ["not-known"], "list": "part", "label": {"en": "What was their part in it?"}, "hint": {"en": "As far as you saw or were told"}},
    {"id": "person-vehicles", "step": "people", "each": "person", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "Which vehicles do they use?"}, "hint": {"en": "One on each line"}},
    {"id": "person-phones", "step": "people", "each": "person", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "Which phone numbers do they use?"}, "hint": {"en": "One on each line"}},
    {"id": "person-online-names", "step": "people", "each": "person", "type": "lines", "category": "concern", "absences": ["not-known", "not-applicable"], "faces": ["practitioner"], "label": {"en": "Which online names do they use?"}, "hint": {"en": "One on each line, with the site or app"}},
    {"id": "person-basis", "step": "people", "each": "person", "type": "choice", "category": "concern", "absences": [], "list": "basis", "label": {"en": "How do you know that they are part of this?"}},
    {"id": "person-works", "step": "people", "each": "person", "type": "yes-no", "category": "concern", "absences": ["not-known"], "label": {"en": "Do they work or volunteer with children, or for one of these agencies?"}, "hint": {"en": "Carers, drivers with a council contract, councillors and officers count. If you answer Yes, nobody sees this concern but you and the people whose duty it is."}},
    {"id": "person-works-for", "step": "people", "each": "person", "type": "choice", "category": "concern", "absences": ["not-known"], "list": "works-for", "askedWhen": {"question": "person-works", "is": ["yes"]}, "label": {"en": "Who do they work or volunteer for?"}},
    {"id": "person-works-where", "step": "people", "each": "person", "type": "text", "category": "concern", "absences": ["not-known"], "askedWhen": {"question": "person-works", "is": ["yes"]}, "label": {"en": "Where do they work or volunteer, and as what?"}},
    {"id": "harm", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "harm", "states": "states", "label": {"en": "Harm that may already be happening"}, "hint": {"en": "This is not about what might happen. What is recorded here needs someone to act now."}},
    {"id": "signs-family", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-family", "states": "states", "label": {"en": "At home"}},
    {"id": "signs-earlier", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-earlier", "states": "states", "label": {"en": "Earlier harm"}},
    {"id": "signs-loss", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-loss", "states": "states", "label": {"en": "Loss and how they feel"}},
    {"id": "signs-housing", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-housing", "states": "states", "label": {"en": "Where they live"}},
    {"id": "signs-education", "step": "signs", "each": "child", "type": "grid", "category": "education", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-education", "states": "states", "label": {"en": "Education"}},
    {"id": "signs-missing", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-missing", "states": "states", "label": {"en": "Missing"}},
    {"id": "signs-company", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-company", "states": "states", "label": {"en": "Friends and places"}},
    {"id": "signs-adults", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-adults", "states": "states", "label": {"en": "Adults around them"}},
    {"id": "signs-gifts", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-gifts", "states": "states", "label": {"en": "Money and things"}},
    {"id": "signs-online", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-online", "states": "states", "label": {"en": "Phone and online"}},
    {"id": "signs-crime", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-crime", "states": "states", "label": {"en": "Crime"}},
    {"id": "signs-health", "step": "signs", "each": "child", "type": "grid", "category": "health", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-health", "states": "states", "label": {"en": "Health"}},
    {"id": "signs-sexual-health", "step": "signs", "each": "child", "type": "grid", "category": "sexual-health", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "signs-sexual-health", "states": "states", "label": {"en": "Sexual health"}},
    {"id": "protecting", "step": "signs", "each": "child", "type": "grid", "category": "concern", "absences": ["not-known", "not-asked"], "faces": ["practitioner"], "list": "protecting", "states": "states", "label": {"en": "What protects them"}},
    {"id": "signs-view", "step": "signs", "each": "child", "type": "long-text", "category": "concern", "absences": ["not-applicable"], "faces": ["practitioner"], "label": {"en": "What do you make of this, and why?"}, "hint": {"en": "Your professional view, apart from the facts above"}},
    {"id": "crime", "step": "done", "each": "concern", "type": "choice", "category": "concern", "absences": ["not-known"], "list": "crime", "label": {"en": "May a crime have been committed?"}},
    {"id": "crime-reference", "step": "done", "each": "concern", "type": "text", "category": "concern", "absences": ["not-known"], "askedWhen": {"question": "crime", "is": ["recorded"]}, "label": {"en": "What is the crime reference?"}},
    {"id": "crime-recorded-by", "step": "done", "each": "concern", "type": "text", "category": "concern", "absences": ["not-known"], "askedWhen": {"question": "crime", "is": ["recorded"]}, "label": {"en": "Who recorded it?"}, "hint": {"en": "Name and force"}},
    {"id": "crime-not-recorded", "step": "done", "each": "concern", "type": "text", "category": "concern", "absences": ["not-known"], "askedWhen": {"question": "crime", "is": ["not-recorded"]}, "label": {"en": "Why is it not recorded, and who decided that?"}},
    {"id": "done-so-far", "step": "done", "each": "concern", "type": "text", "category": "concern", "absences": ["not-applicable"], "label": {"en": "What have you done so far?"}},
    {"id": "told-whom", "step": "done", "each": "concern", "type": "choices", "category": "concern", "absences": [], "list": "told", "alone": ["nobody"], "label": {"en": "Who have you told?"}},
    {"id": "family-knows", "step": "done", "each": "concern", "type": "choice", "category": "welfare", "absences": ["not-known", "not-asked"], "list": "family-knows", "label": {"en": "Do the child and their family know that you are telling us?"}, "hint": {"en": "Do not tell anyone if that could put the child in danger."}},
    {"id": "ring-back", "step": "done", "each": "concern", "type": "text", "category": "concern", "absences": ["declined"], "label": {"en": "Which number can we ring you on, and when?"}},
    {"id": "keep-name", "step": "done", "each": "concern", "type": "yes-no", "category": "concern", "absences": [], "label": {"en": "Does your name have to be kept from the family?"}, "hint": {"en": "The team that receives this sees your name, with a warning to keep it from them. We cannot promise it in court."}},
    {"id": "keep-name-why", "step": "done", "each": "concern", "type": "text", "category": "concern", "absences": ["declined"], "askedWhen": {"question": "keep-name", "is": ["yes"]}, "label": {"en": "Why does your name have to be kept from them?"}}
  ]
}
$json$);
