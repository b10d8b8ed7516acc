// Made by scripts/generate-table-types.ts from the migrated schema. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { Id } from '#platform/database/id.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
/** Read as the document, written as its text: the driver would take a list for a PostgreSQL array. */
export type JsonColumn = ColumnType<JsonValue, string, string>

export type AccessGrantId = Id<'accessGrant'>
export type AddressProofId = Id<'addressProof'>
export type AgencyId = Id<'agency'>
export type AreaId = Id<'area'>
export type ClockId = Id<'clock'>
export type ConcernId = Id<'concern' | 'subject'>
export type ConcernAdditionId = Id<'concernAddition' | 'subject'>
export type ConcernAllegationId = Id<'concernAllegation'>
export type ConcernAnswerId = Id<'concernAnswer'>
export type ConcernChildId = Id<'concernChild'>
export type ConcernCrimeId = Id<'concernCrime'>
export type ConcernDecisionId = Id<'concernDecision'>
export type ConcernFurtherId = Id<'concernFurther'>
export type ConcernHandOverId = Id<'concernHandOver'>
export type ConcernOtherId = Id<'concernOther'>
export type ConcernOversightNoteId = Id<'concernOversightNote'>
export type ConcernPartingId = Id<'concernParting'>
export type ConcernPassingId = Id<'concernPassing' | 'subject'>
export type ConcernPersonId = Id<'concernPerson'>
export type ConcernPickUpId = Id<'concernPickUp'>
export type ConcernReceiptId = Id<'concernReceipt' | 'subject'>
export type ConcernReplyId = Id<'concernReply' | 'subject'>
export type ConcernShiftId = Id<'concernShift'>
export type ConcernSplitId = Id<'concernSplit'>
export type DisagreementId = Id<'disagreement' | 'subject'>
export type DisagreementAnswerId = Id<'disagreementAnswer' | 'subject'>
export type MissingConcernId = Id<'missingConcern'>
export type MissingEndingId = Id<'missingEnding'>
export type MissingEntryId = Id<'missingEntry'>
export type MissingEpisodeId = Id<'missingEpisode' | 'subject'>
export type MissingPersonId = Id<'missingPerson'>
export type NoteId = Id<'note'>
export type NoticeId = Id<'notice'>
export type PartnershipId = Id<'partnership'>
export type PersonAliasId = Id<'personAlias'>
export type PersonAnswerId = Id<'personAnswer'>
export type PersonAroundId = Id<'personAround'>
export type PersonIdentifierId = Id<'personIdentifier'>
export type PersonRecordId = Id<'personRecord' | 'subject'>
export type ProtectedIdentityId = Id<'protectedIdentity'>
export type ReferrerId = Id<'referrer'>
export type RoleGrantId = Id<'roleGrant'>
export type SafeContactId = Id<'safeContact'>
export type SafetyPlanId = Id<'safetyPlan'>
export type SubjectId = Id<'subject'>
export type TeamId = Id<'team'>
export type UserAccountId = Id<'userAccount'>

export interface AccessGrant {
  id: AccessGrantId
  ownerAgency: AgencyId
  subject: SubjectId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  grantee: Id
  granteeKind: 'agency' | 'team' | 'user' | 'referrer'
  validDuring: string
  sourceKind: 'concern' | 'reply' | 'agreement' | 'team' | 'disclosure' | 'emergency' | 'seal' | 'missing-child'
  source: Id
  grantedBy: Id
}

export interface AddressProof {
  visitDigest: Buffer
  id: AddressProofId
  address: string
  purpose: string
  about: Id | null
  leads: boolean
  askedAt: Date
  tries: Generated<number>
  nextTryAt: Date
  sentAt: Date | null
  usedAt: Date | null
}

export interface Agency {
  id: AgencyId
  name: string
  kind: 'police' | 'local-authority' | 'health' | 'school' | 'voluntary' | 'other'
  sensitive: Generated<boolean>
  createdAt: Date
  closedAt: Date | null
  hosts: Generated<boolean>
}

export interface AgencySystem {
  userId: UserAccountId
  agencyId: AgencyId
  contact: string
  hookUrl: string | null
  hookSetAt: Date | null
}

export interface Area {
  id: AreaId
  partnershipId: PartnershipId
  name: string
  receivingAgency: AgencyId
  receivingTeam: TeamId
  dayPhone: string | null
  outOfHoursPhone: string | null
  openOnBankHolidays: Generated<boolean>
  nation: 'england' | 'wales'
  outOfHoursTeam: TeamId | null
}

export interface AreaHours {
  areaId: AreaId
  weekday: number
  opens: string
  closes: string
}

export interface AuditEntry {
  id: GeneratedAlways<number>
  tx: Generated<string>
  at: Date
  writtenAt: Generated<Date>
  viewerKind: 'user' | 'referrer' | 'guest' | 'client' | 'service' | 'terminal'
  viewer: Id | null
  viewerService: string | null
  viewerAgency: AgencyId | null
  viewerRoles: string[]
  deed: string
  subject: Id | null
  subjectKind: string | null
  ownerAgency: AgencyId | null
  detail: JsonColumn
}

export interface AuditLink {
  position: number
  entryId: number
  hash: Buffer
}

export interface AuditSeal {
  number: number
  firstPosition: number
  lastPosition: number
  previousHead: Buffer
  head: Buffer
  sealedAt: Date
}

export interface Clock {
  id: ClockId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  kind: string
  teamId: TeamId | null
  userId: UserAccountId | null
  urgent: boolean
  startedAt: Date
  dueAt: Date
  state: 'running' | 'met' | 'stopped'
  endedAt: Date | null
  endedBy: UserAccountId | null
  raisedAt: Date | null
  part: Id | null
}

export interface Concern {
  id: ConcernId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  reference: string
  templateVersion: number
  areaId: AreaId
  receivingAgency: AgencyId
  receivingTeam: TeamId
  dangerNow: boolean
  spokenTo: string | null
  reachedNobody: Generated<boolean>
  sentBy: UserAccountId | null
  sentByName: string
  sentByRole: string
  sentAt: Date
  face: string | null
  sealed: Generated<boolean>
  keepName: Generated<boolean>
  signs: boolean | null
  sentByReferrer: ReferrerId | null
  referrerKind: string | null
  sentFrom: string | null
}

export interface ConcernAddition {
  id: ConcernAdditionId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernId: ConcernId
  concernChildId: ConcernChildId
  reference: string
  toConcern: ConcernId
  toChild: ConcernChildId
  toReference: string
  addedBy: UserAccountId
  addedByName: string
  addedAt: Date
}

export interface ConcernAllegation {
  id: ConcernAllegationId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  action: 'allegations-meeting' | 'passed-to-police' | 'passed-to-employer' | 'advice-given' | 'no-further-action'
  reasons: string
  doneBy: UserAccountId
  doneByName: string
  doneAt: Date
}

export interface ConcernAnswer {
  id: ConcernAnswerId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernChildId: ConcernChildId | null
  question: string
  value: ColumnType<JsonValue | null, string | null, string | null>
  absence: 'not-asked' | 'declined' | 'not-known' | 'not-yet-obtained' | 'not-recorded-by-sender' | 'not-applicable' | null
  concernOtherId: ConcernOtherId | null
}

export interface ConcernChild {
  id: ConcernChildId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  position: number
  called: string
}

export interface ConcernCrime {
  id: ConcernCrimeId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  reference: string | null
  whyNot: string | null
  byWhom: string
  saidBy: UserAccountId
  saidByName: string
  saidAt: Date
}

export interface ConcernDecision {
  id: ConcernDecisionId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernChildId: ConcernChildId
  outcomes: string[]
  reasons: string
  state: 'awaiting-agreement' | 'sent-back' | 'made'
  decidedBy: UserAccountId
  decidedByName: string
  decidedAt: Date
  agreedBy: UserAccountId | null
  agreedByName: string | null
  agreedAt: Date | null
  agreementNote: string | null
}

export interface ConcernFurther {
  id: ConcernFurtherId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  says: string
  dangerNow: boolean
  saidByReferrer: ReferrerId
  saidAt: Date
}

export interface ConcernHandOver {
  id: ConcernHandOverId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  fromUser: UserAccountId
  fromName: string
  toUser: UserAccountId
  toName: string
  why: string
  handedBy: UserAccountId
  handedByName: string
  handedAt: Date
}

export interface ConcernOther {
  id: ConcernOtherId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  each: string
  position: number
  called: string
}

export interface ConcernOversightNote {
  id: ConcernOversightNoteId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  says: string
  nextStep: string | null
  saidBy: UserAccountId
  saidByName: string
  saidAt: Date
}

export interface ConcernParting {
  id: ConcernPartingId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: ConcernId
  since: Date
  concernChildId: ConcernChildId
  personRecordId: PersonRecordId
  linkedBy: UserAccountId
  linkedAt: Date
  why: string
  partedBy: UserAccountId
  partedByName: string
  partedAt: Date
}

export interface ConcernPassing {
  id: ConcernPassingId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernId: ConcernId
  reference: string
  fromArea: AreaId
  fromTeam: TeamId
  toArea: AreaId
  toTeam: TeamId
  why: string
  passedBy: UserAccountId
  passedByName: string
  passedAt: Date
}

export interface ConcernPerson {
  id: ConcernPersonId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernId: ConcernId
  concernChildId: ConcernChildId
  linkedBy: UserAccountId
  linkedAt: Date
}

export interface ConcernPickUp {
  id: ConcernPickUpId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  takenBy: UserAccountId
  takenByName: string
  takenAt: Date
  putDownAt: Date | null
}

export interface ConcernReceipt {
  id: ConcernReceiptId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernId: ConcernId
  reference: string
  sentByName: string | null
  professional: boolean
  sealed: boolean
  dangerNow: boolean
  areaId: AreaId
  sentAt: Date
  dueAt: Date
}

export interface ConcernReply {
  id: ConcernReplyId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernId: ConcernId
  step: 'received' | 'passed-on' | 'picked-up' | 'decided' | 'looked-at-again'
  outcomes: string[]
  saidAt: Date
  areaId: AreaId | null
}

export interface ConcernShift {
  id: ConcernShiftId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  clockId: Id
  fromTeam: TeamId
  toTeam: TeamId
  note: string
  ownNote: string | null
  handedBy: UserAccountId
  handedByName: string
  handedAt: Date
}

export interface ConcernSplit {
  id: ConcernSplitId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernChildId: ConcernChildId
  toUser: UserAccountId | null
  toTeam: TeamId | null
  toName: string
  why: string
  splitBy: UserAccountId
  splitByName: string
  splitAt: Date
}

export interface ConcernThingKey {
  key: string
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
}

export interface Credential {
  userId: UserAccountId
  password: string
  passwordSetAt: Date
  totpSecret: Buffer | null
  totpConfirmedAt: Date | null
  totpLastStep: number | null
  kind: Generated<'person'>
}

export interface DecisionOutcome {
  code: string
  nation: 'england' | 'wales'
  position: number
  label: JsonColumn
  fromDay: PlainDate
  toDay: PlainDate | null
  noFurtherAction: boolean
  source: string
  status: 'confirmed' | 'to be confirmed'
  offered: Generated<boolean>
}

export interface Disagreement {
  id: DisagreementId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  concernId: ConcernId
  reference: string
  toAgency: AgencyId
  toTeam: TeamId
  nation: 'england' | 'wales'
  steps: JsonColumn
  about: 'decision' | 'no-decision' | 'handling'
  says: string
  raisedBy: UserAccountId
  raisedByName: string
  raisedAt: Date
}

export interface DisagreementAnswer {
  id: DisagreementAnswerId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  disagreementId: DisagreementId
  position: number
  outcome: 'agreed' | 'looked-at-again' | 'goes-up' | 'stands'
  says: string
  answeredBy: UserAccountId
  answeredByName: string
  answeredAt: Date
}

export interface Draft {
  userId: UserAccountId
  form: string
  typed: JsonColumn
  savedAt: Date
  keepUntil: Date
}

export interface Exclusion {
  subject: SubjectId
  ownerAgency: AgencyId
  userId: UserAccountId
  reason: 'conflict-of-interest' | 'may-be-named'
  excludedBy: UserAccountId
  excludedAt: Date
}

export interface FormKey {
  userId: UserAccountId
  key: Id
  answer: ColumnType<JsonValue | null, string | null, string | null>
  answeredAt: Date
}

export interface FormerVersion {
  id: GeneratedAlways<number>
  tableName: string
  rowId: Id
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: Id
  version: JsonColumn
  validDuring: string
  changedBy: UserAccountId | null
  changedByKind: string
}

export interface HookCall {
  about: Id
  userId: UserAccountId
  concernId: Id
  event: 'concern.picked-up' | 'concern.passed-on' | 'concern.decided' | 'concern.looked-at-again' | 'concern.nobody-yet'
  happenedAt: Date
  tries: Generated<number>
  nextTryAt: Date
  answeredAt: Date | null
  givenUpAt: Date | null
}

export interface Letter {
  noticeId: NoticeId
  userId: UserAccountId
  tries: Generated<number>
  nextTryAt: Date
  sentAt: Date | null
}

export interface MatchKey {
  key: string
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
}

export interface MissingConcern {
  id: MissingConcernId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: ConcernId
  since: Date
  episodeId: MissingEpisodeId
  concernChildId: ConcernChildId
}

export interface MissingEnding {
  id: MissingEndingId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  episodeId: MissingEpisodeId
  kind: 'found' | 'opened-by-mistake'
  foundAt: Date | null
  foundWhere: string | null
  foundBy: string | null
  says: string
  saidBy: UserAccountId
  saidByName: string
  saidAt: Date
}

export interface MissingEntry {
  id: MissingEntryId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  episodeId: MissingEpisodeId
  kind: 'graded' | 'worded' | 'on-it' | 'police' | 'looked' | 'seen' | 'heard' | 'done'
  grade: string | null
  word: string | null
  policeTold: string | null
  policeReference: string | null
  policeNotReached: Generated<boolean>
  says: string | null
  saidBy: UserAccountId
  saidByName: string
  saidAt: Date
}

export interface MissingEpisode {
  id: MissingEpisodeId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  reference: string
  areaId: AreaId
  called: string
  bornFrom: PlainDate | null
  bornTo: PlainDate | null
  bornAbsence: string | null
  looksLike: string
  lastSeenAt: Date
  lastSeenExact: boolean
  lastSeenWhere: string
  toldBy: string
  worry: string
  openedBy: UserAccountId
  openedByName: string
  openedAt: Date
}

export interface MissingGrade {
  code: string
  position: number
  label: JsonColumn
  offered: boolean
  urgent: boolean
  policeHours: number
  councilHours: number
  fromDay: PlainDate
  toDay: PlainDate | null
  source: string
  status: 'confirmed' | 'to be confirmed'
}

export interface MissingPerson {
  id: MissingPersonId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  episodeId: MissingEpisodeId
}

export interface MissingWord {
  code: string
  position: number
  label: JsonColumn
  fromDay: PlainDate
  toDay: PlainDate | null
  source: string
  status: 'confirmed' | 'to be confirmed'
}

export interface Nation {
  code: 'england' | 'wales'
  name: string
  position: number
  status: 'confirmed' | 'to be confirmed'
  source: string
}

export interface NationLadderStep {
  nation: string
  position: number
  who: string
  answers: 'decide-concern' | 'supervise'
  workingDays: number
  source: string
  status: 'confirmed' | 'to be confirmed'
}

export interface Note {
  id: NoteId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  kind: 'visit' | 'call' | 'message' | 'meeting' | 'other'
  happenedBy: Date
  words: string
  writtenBy: UserAccountId
  writtenByName: string
  writtenByRole: string
  writtenAt: Date
  fromDay: PlainDate
  toDay: PlainDate
  precision: 'moment' | 'hours' | 'day' | 'days'
  contact: 'as-recorded' | 'checked-first' | 'they-made-it' | 'could-not-wait' | 'not-made' | null
}

export interface Notice {
  id: NoticeId
  kind: string
  toUser: UserAccountId | null
  toTeam: TeamId | null
  toAgency: AgencyId | null
  forDeed: string | null
  subject: SubjectId
  clockId: ClockId | null
  saidAt: Date
  mailedAt: Date | null
  toReferrer: ReferrerId | null
}

export interface Partnership {
  id: PartnershipId
  name: string
  nation: 'england' | 'wales'
  leadAgency: AgencyId
  createdAt: Date
}

export interface PartnershipAgency {
  partnershipId: PartnershipId
  agencyId: AgencyId
}

export interface PartnershipLadderStep {
  partnershipId: PartnershipId
  position: number
  who: string
  answers: 'decide-concern' | 'supervise'
  workingDays: number
  source: string
  status: 'confirmed' | 'to be confirmed'
}

export interface PersonAlias {
  id: PersonAliasId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  kind: 'other-name' | 'nickname'
  givenNames: string | null
  familyName: string | null
  fromDay: PlainDate | null
  toDay: PlainDate | null
  recordedBy: UserAccountId
  recordedByName: string
  recordedAt: Date
  endedBy: UserAccountId | null
  endedByName: string | null
  endedAt: Date | null
  endedWhy: 'no-longer-used' | 'recorded-by-mistake' | null
}

export interface PersonAnswer {
  id: PersonAnswerId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  personAroundId: PersonAroundId | null
  question: string
  value: ColumnType<JsonValue | null, string | null, string | null>
  absence: 'not-asked' | 'declined' | 'not-known' | 'not-yet-obtained' | 'not-recorded-by-sender' | 'not-applicable' | null
  fromConcern: boolean
  saidBy: UserAccountId
  saidByName: string
  saidAt: Date
}

export interface PersonAround {
  id: PersonAroundId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  called: string
  addedAt: Date
  endedBy: UserAccountId | null
  endedByName: string | null
  endedAt: Date | null
  endedWhy: string | null
}

export interface PersonIdentifier {
  id: PersonIdentifierId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  kind: 'nhs-number' | 'upn' | 'local-case-reference'
  value: string
  fromDay: PlainDate | null
  toDay: PlainDate | null
  recordedBy: UserAccountId
  recordedByName: string
  recordedAt: Date
  endedBy: UserAccountId | null
  endedByName: string | null
  endedAt: Date | null
  endedWhy: 'no-longer-used' | 'recorded-by-mistake' | null
}

export interface PersonRecord {
  id: PersonRecordId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  reference: string
  givenNames: string | null
  givenNamesAbsence: string | null
  familyName: string | null
  familyNameAbsence: string | null
  knownAs: string | null
  bornFrom: PlainDate | null
  bornTo: PlainDate | null
  bornAbsence: string | null
  sex: 'M' | 'F' | 'U' | null
  sexAbsence: string | null
  recordedBy: UserAccountId
  recordedAt: Date
  correctedBy: UserAccountId | null
  correctedByName: string | null
  correctedAt: Date | null
  correctionReason: string | null
}

export interface ProtectedIdentity {
  id: ProtectedIdentityId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  state: 'protected' | 'lifted'
  reason: string
  saidBy: UserAccountId
  saidByName: string
  saidAt: Date
}

export interface RecoveryCode {
  userId: UserAccountId
  digest: Buffer
  usedAt: Date | null
}

export interface Referrer {
  id: ReferrerId
  email: string
  begunAt: Date
  provenAt: Date
  concern: SubjectId | null
  reference: string | null
  sentAt: Date | null
  closesAt: Date | null
}

export interface ReferrerKind {
  code: string
  position: number
  label: JsonColumn
  professional: boolean
  status: 'confirmed' | 'to be confirmed'
}

export interface ReferrerLetter {
  noticeId: NoticeId
  referrerId: ReferrerId
  tries: Generated<number>
  nextTryAt: Date
  sentAt: Date | null
}

export interface Role {
  code: string
  title: string
  says: string
  position: number
  heldBy: Generated<'person' | 'system'>
}

export interface RoleCategory {
  role: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  mayWrite: boolean
}

export interface RoleDeed {
  role: string
  deed: string
}

export interface RoleGrant {
  id: RoleGrantId
  agencyId: AgencyId
  userId: UserAccountId
  role: string
  askedBy: UserAccountId | null
  askedAt: Date
  agreedBy: UserAccountId | null
  agreedAt: Date | null
  endedBy: UserAccountId | null
  endedAt: Date | null
}

export interface SafeContact {
  id: SafeContactId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  way: string | null
  wayAbsence: string | null
  wordsToUse: string | null
  doNot: string | null
  notToBeTold: string | null
  interpreter: string | null
  askedBy: UserAccountId
  askedByName: string
  askedAt: Date
  fromConcern: Generated<boolean>
}

export interface SafetyPlan {
  id: SafetyPlanId
  ownerAgency: AgencyId
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: SubjectId
  since: Date
  riskier: string | null
  riskierAbsence: string | null
  goesTo: string | null
  goesToAbsence: string | null
  works: string | null
  worksAbsence: string | null
  ringTonight: string
  signs: string | null
  signsAbsence: string | null
  childSays: string | null
  childSaysAbsence: string | null
  agreedBy: string | null
  agreedByAbsence: string | null
  reviewOn: PlainDate
  writtenBy: UserAccountId
  writtenByName: string
  writtenAt: Date
  endedBy: UserAccountId | null
  endedByName: string | null
  endedAt: Date | null
  endedWhy: string | null
}

export interface Seal {
  subject: SubjectId
  ownerAgency: AgencyId
  reason: 'works-with-children' | 'conflict-of-interest' | 'protected-person'
  sealedBy: Id
  sealedAt: Date
}

export interface Session {
  tokenDigest: Buffer
  userId: UserAccountId
  state: 'second-factor' | 'open'
  createdAt: Date
  seenAt: Date
  endedAt: Date | null
  kind: Generated<'account' | 'address'>
}

export interface SetUpCode {
  userId: UserAccountId
  digest: Buffer
  expiresAt: Date
  usedAt: Date | null
  kind: Generated<'person'>
}

export interface Subject {
  id: SubjectId
  kind: string
  ownerAgency: AgencyId
}

export interface SystemKey {
  userId: UserAccountId
  kind: Generated<'system'>
  digest: Buffer
  madeAt: Date
}

export interface SystemToken {
  digest: Buffer
  userId: UserAccountId
  expiresAt: Date
}

export interface Team {
  id: TeamId
  agencyId: AgencyId
  name: string
}

export interface TeamMember {
  teamId: TeamId
  userId: UserAccountId
}

export interface TemplateVersion {
  version: number
  definition: JsonColumn
  publishedAt: Date
}

export interface TryLimit {
  bucket: string
  keyDigest: Buffer
  windowStartedAt: Date
  tries: number
}

export interface UserAccount {
  id: UserAccountId
  agencyId: AgencyId
  name: string
  email: string
  jobTitle: string
  createdAt: Date
  endedAt: Date | null
  kind: Generated<'person' | 'system'>
}

export interface Database {
  accessGrant: AccessGrant
  addressProof: AddressProof
  agency: Agency
  agencySystem: AgencySystem
  area: Area
  areaHours: AreaHours
  auditEntry: AuditEntry
  auditLink: AuditLink
  auditSeal: AuditSeal
  clock: Clock
  concern: Concern
  concernAddition: ConcernAddition
  concernAllegation: ConcernAllegation
  concernAnswer: ConcernAnswer
  concernChild: ConcernChild
  concernCrime: ConcernCrime
  concernDecision: ConcernDecision
  concernFurther: ConcernFurther
  concernHandOver: ConcernHandOver
  concernOther: ConcernOther
  concernOversightNote: ConcernOversightNote
  concernParting: ConcernParting
  concernPassing: ConcernPassing
  concernPerson: ConcernPerson
  concernPickUp: ConcernPickUp
  concernReceipt: ConcernReceipt
  concernReply: ConcernReply
  concernShift: ConcernShift
  concernSplit: ConcernSplit
  concernThingKey: ConcernThingKey
  credential: Credential
  decisionOutcome: DecisionOutcome
  disagreement: Disagreement
  disagreementAnswer: DisagreementAnswer
  draft: Draft
  exclusion: Exclusion
  formKey: FormKey
  formerVersion: FormerVersion
  hookCall: HookCall
  letter: Letter
  matchKey: MatchKey
  missingConcern: MissingConcern
  missingEnding: MissingEnding
  missingEntry: MissingEntry
  missingEpisode: MissingEpisode
  missingGrade: MissingGrade
  missingPerson: MissingPerson
  missingWord: MissingWord
  nation: Nation
  nationLadderStep: NationLadderStep
  note: Note
  notice: Notice
  partnership: Partnership
  partnershipAgency: PartnershipAgency
  partnershipLadderStep: PartnershipLadderStep
  personAlias: PersonAlias
  personAnswer: PersonAnswer
  personAround: PersonAround
  personIdentifier: PersonIdentifier
  personRecord: PersonRecord
  protectedIdentity: ProtectedIdentity
  recoveryCode: RecoveryCode
  referrer: Referrer
  referrerKind: ReferrerKind
  referrerLetter: ReferrerLetter
  role: Role
  roleCategory: RoleCategory
  roleDeed: RoleDeed
  roleGrant: RoleGrant
  safeContact: SafeContact
  safetyPlan: SafetyPlan
  seal: Seal
  session: Session
  setUpCode: SetUpCode
  subject: Subject
  systemKey: SystemKey
  systemToken: SystemToken
  team: Team
  teamMember: TeamMember
  templateVersion: TemplateVersion
  tryLimit: TryLimit
  userAccount: UserAccount
}
