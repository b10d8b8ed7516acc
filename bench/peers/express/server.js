// The queue page as such services are usually written: Express, Nunjucks with govuk-frontend's own macros, the session
// in PostgreSQL, a query with the permission in its WHERE clause. No policies, no ledger. Connection by PGHOST and the
// rest; the port is told to whoever started it.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import connectPgSimple from 'connect-pg-simple'
import { csrfSync } from 'csrf-sync'
import express from 'express'
import session from 'express-session'
import helmet from 'helmet'
import nunjucks from 'nunjucks'
import pg from 'pg'

const here = dirname(fileURLToPath(import.meta.url))
const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))
const pool = new pg.Pool({ max: 12 })
const app = express()
app.disable('x-powered-by')

const env = nunjucks.configure([join(here, 'views'), join(govuk, 'dist')], {
  express: app,
  autoescape: true,
  noCache: false,
  watch: false,
})
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})
env.addFilter('moment', at => moment.format(at))

app.use(helmet())
const PgStore = connectPgSimple(session)
app.use(
  session({
    store: new PgStore({ pool, schemaName: 'peer', tableName: 'session' }),
    secret: 'for measuring only',
    name: 'peer',
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 },
  }),
)
app.use(express.urlencoded({ extended: false }))
const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: request => request.body?._csrf,
})

// Stands for the sign-in page: before the check of forms, since nobody is signed in yet.
app.get('/sign-in/:userId', async (request, response) => {
  const { rows } = await pool.query(
    `select u.id, u.name, u.agency_id as "agencyId", a.name as "agencyName", array_agg(g.role) as roles
     from user_account u join agency a on a.id = u.agency_id join role_grant g on g.user_id = u.id and g.ended_at is null
     where u.id = $1 group by u.id, a.name`,
    [request.params.userId],
  )
  request.session.user = rows[0]
  response.redirect('/concerns/queue')
})

app.use(csrfSynchronisedProtection)
app.use((request, response, next) => {
  if (!request.session.user) return response.redirect('/sign-in')
  response.locals.user = request.session.user
  response.locals.csrfToken = generateToken(request)
  next()
})

const SHOWN = 50

app.get('/concerns/queue', async (request, response) => {
  const { user } = request.session
  if (!user.roles.some(role => role === 'duty-worker' || role === 'supervisor'))
    return response.sendStatus(403)
  const found = await pool.query(
    `select c.id, c.reference, c.danger_now as "dangerNow", c.sent_at as "sentAt", k.due_at as "dueAt",
            a.name as "raisedByAgency", r.name as "areaName", p.taken_by_name as "takenByName"
     from clock k
       join concern c on c.id = k.subject
       join area r on r.id = c.area_id
       join agency a on a.id = c.owner_agency
       left join concern_pick_up p on p.subject = c.id and p.owner_agency = k.owner_agency
     where k.owner_agency = $1 and k.state = 'running' and k.kind = 'concern.decide'
       and (c.receiving_agency = $1 or c.owner_agency = $1)
     order by k.urgent desc, k.due_at, k.id limit ${SHOWN + 1}`,
    [user.agencyId],
  )
  const concerns = found.rows.slice(0, SHOWN)
  const children = await pool.query(
    `select subject, called from concern_child where subject = any($1) order by position`,
    [concerns.map(concern => concern.id)],
  )
  const now = new Date()
  for (const concern of concerns) {
    concern.late = concern.dueAt < now
    concern.children = children.rows.filter(child => child.subject === concern.id).map(child => child.called)
  }
  response.render('queue.njk', { concerns, more: found.rows.length > SHOWN })
})

const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
process.once('disconnect', () => process.exit(0))
