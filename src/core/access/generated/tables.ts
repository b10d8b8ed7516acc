// Made by scripts/generate-table-types.ts from the migrated schema. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
/** Read as the document, written as its text: the driver would take a list for a PostgreSQL array. */
export type JsonColumn = ColumnType<JsonValue, string, string>

export interface AccessGrant {
  id: string
  ownerAgency: string
  subject: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  grantee: string
  granteeKind: 'agency' | 'team' | 'user'
  validDuring: string
  sourceKind: 'concern' | 'reply' | 'agreement' | 'team' | 'disclosure' | 'emergency' | 'seal'
  source: string
  grantedBy: string
}

export interface Agency {
  id: string
  name: string
  kind: 'police' | 'local-authority' | 'health' | 'school' | 'voluntary' | 'other'
  sensitive: Generated<boolean>
  createdAt: Date
  closedAt: Date | null
  hosts: Generated<boolean>
}

export interface Area {
  id: string
  partnershipId: string
  name: string
  receivingAgency: string
  receivingTeam: string
  dayPhone: string | null
  outOfHoursPhone: string | null
  openOnBankHolidays: Generated<boolean>
  nation: 'england' | 'wales'
}

export interface AreaHours {
  areaId: string
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
  viewer: string | null
  viewerService: string | null
  viewerAgency: string | null
  viewerRoles: string[]
  deed: string
  subject: string | null
  subjectKind: string | null
  ownerAgency: string | null
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
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  kind: string
  teamId: string | null
  userId: string | null
  urgent: boolean
  startedAt: Date
  dueAt: Date
  state: 'running' | 'met' | 'stopped'
  endedAt: Date | null
  endedBy: string | null
  raisedAt: Date | null
}

export interface Concern {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  reference: string
  templateVersion: number
  areaId: string
  receivingAgency: string
  receivingTeam: string
  dangerNow: boolean
  spokenTo: string | null
  reachedNobody: Generated<boolean>
  sentBy: string
  sentByName: string
  sentByRole: string
  sentAt: Date
}

export interface ConcernAnswer {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  concernChildId: string | null
  question: string
  value: ColumnType<JsonValue | null, string | null, string | null>
  absence: 'not-asked' | 'declined' | 'not-known' | 'not-yet-obtained' | 'not-recorded-by-sender' | 'not-applicable' | null
}

export interface ConcernChild {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  position: number
  called: string
}

export interface ConcernDecision {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  concernChildId: string
  outcomes: string[]
  reasons: string
  state: 'awaiting-agreement' | 'sent-back' | 'made'
  decidedBy: string
  decidedByName: string
  decidedAt: Date
  agreedBy: string | null
  agreedByName: string | null
  agreedAt: Date | null
  agreementNote: string | null
}

export interface ConcernPerson {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  concernId: string
  concernChildId: string
  linkedBy: string
  linkedAt: Date
}

export interface ConcernPickUp {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  takenBy: string
  takenByName: string
  takenAt: Date
}

export interface ConcernReply {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  concernId: string
  step: 'received' | 'picked-up' | 'decided'
  outcomes: string[]
  saidAt: Date
}

export interface Credential {
  userId: string
  password: string
  passwordSetAt: Date
  totpSecret: Buffer | null
  totpConfirmedAt: Date | null
  totpLastStep: number | null
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
}

export interface Draft {
  userId: string
  form: string
  typed: JsonColumn
  savedAt: Date
  keepUntil: Date
}

export interface FormKey {
  userId: string
  key: string
  answer: ColumnType<JsonValue | null, string | null, string | null>
  answeredAt: Date
}

export interface FormerVersion {
  id: GeneratedAlways<number>
  tableName: string
  rowId: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  version: JsonColumn
  validDuring: string
  changedBy: string | null
  changedByKind: string
}

export interface Letter {
  noticeId: string
  userId: string
  tries: Generated<number>
  nextTryAt: Date
  sentAt: Date | null
}

export interface MatchKey {
  key: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
}

export interface Nation {
  code: 'england' | 'wales'
  name: string
  position: number
  status: 'confirmed' | 'to be confirmed'
  source: string
}

export interface Note {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  kind: 'visit' | 'call' | 'message' | 'meeting' | 'other'
  happenedAt: Date
  words: string
  writtenBy: string
  writtenByName: string
  writtenByRole: string
  writtenAt: Date
}

export interface Notice {
  id: string
  kind: string
  toUser: string | null
  toTeam: string | null
  toAgency: string | null
  forDeed: string | null
  subject: string
  clockId: string | null
  saidAt: Date
  mailedAt: Date | null
}

export interface Partnership {
  id: string
  name: string
  nation: 'england' | 'wales'
  leadAgency: string
  createdAt: Date
}

export interface PartnershipAgency {
  partnershipId: string
  agencyId: string
}

export interface PersonAlias {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  kind: 'other-name' | 'nickname'
  givenNames: string | null
  familyName: string | null
  fromDay: PlainDate | null
  toDay: PlainDate | null
  recordedBy: string
  recordedByName: string
  recordedAt: Date
  endedBy: string | null
  endedByName: string | null
  endedAt: Date | null
  endedWhy: 'no-longer-used' | 'recorded-by-mistake' | null
}

export interface PersonIdentifier {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  kind: 'nhs-number' | 'upn' | 'local-case-reference'
  value: string
  fromDay: PlainDate | null
  toDay: PlainDate | null
  recordedBy: string
  recordedByName: string
  recordedAt: Date
  endedBy: string | null
  endedByName: string | null
  endedAt: Date | null
  endedWhy: 'no-longer-used' | 'recorded-by-mistake' | null
}

export interface PersonRecord {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
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
  recordedBy: string
  recordedAt: Date
  correctedBy: string | null
  correctedByName: string | null
  correctedAt: Date | null
  correctionReason: string | null
}

export interface RecoveryCode {
  userId: string
  digest: Buffer
  usedAt: Date | null
}

export interface Role {
  code: string
  title: string
  says: string
  position: number
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
  id: string
  agencyId: string
  userId: string
  role: string
  askedBy: string | null
  askedAt: Date
  agreedBy: string | null
  agreedAt: Date | null
  endedBy: string | null
  endedAt: Date | null
}

export interface SafeContact {
  id: string
  ownerAgency: string
  category: 'identity' | 'concern' | 'welfare' | 'health' | 'sexual-health' | 'education' | 'voice' | 'therapy' | 'family-court' | 'legal-advice' | 'intelligence' | 'investigation' | 'prosecution' | 'research'
  subject: string
  since: Date
  way: string | null
  wayAbsence: string | null
  wordsToUse: string | null
  doNot: string | null
  notToBeTold: string | null
  interpreter: string | null
  askedBy: string
  askedByName: string
  askedAt: Date
}

export interface Seal {
  subject: string
  ownerAgency: string
  reason: 'works-with-children' | 'conflict-of-interest' | 'protected-person'
  sealedBy: string
  sealedAt: Date
}

export interface Session {
  tokenDigest: Buffer
  userId: string
  state: 'second-factor' | 'open'
  createdAt: Date
  seenAt: Date
  endedAt: Date | null
}

export interface SetUpCode {
  userId: string
  digest: Buffer
  expiresAt: Date
  usedAt: Date | null
}

export interface Subject {
  id: string
  kind: string
  ownerAgency: string
}

export interface Team {
  id: string
  agencyId: string
  name: string
}

export interface TeamMember {
  teamId: string
  userId: string
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
  id: string
  agencyId: string
  name: string
  email: string
  jobTitle: string
  createdAt: Date
  endedAt: Date | null
}

export interface Database {
  accessGrant: AccessGrant
  agency: Agency
  area: Area
  areaHours: AreaHours
  auditEntry: AuditEntry
  auditLink: AuditLink
  auditSeal: AuditSeal
  clock: Clock
  concern: Concern
  concernAnswer: ConcernAnswer
  concernChild: ConcernChild
  concernDecision: ConcernDecision
  concernPerson: ConcernPerson
  concernPickUp: ConcernPickUp
  concernReply: ConcernReply
  credential: Credential
  decisionOutcome: DecisionOutcome
  draft: Draft
  formKey: FormKey
  formerVersion: FormerVersion
  letter: Letter
  matchKey: MatchKey
  nation: Nation
  note: Note
  notice: Notice
  partnership: Partnership
  partnershipAgency: PartnershipAgency
  personAlias: PersonAlias
  personIdentifier: PersonIdentifier
  personRecord: PersonRecord
  recoveryCode: RecoveryCode
  role: Role
  roleCategory: RoleCategory
  roleDeed: RoleDeed
  roleGrant: RoleGrant
  safeContact: SafeContact
  seal: Seal
  session: Session
  setUpCode: SetUpCode
  subject: Subject
  team: Team
  teamMember: TeamMember
  templateVersion: TemplateVersion
  tryLimit: TryLimit
  userAccount: UserAccount
}
