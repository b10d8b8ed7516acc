import http from 'node:http'

/** One kind of request, made fresh each time. */
export interface Shot {
  readonly kind: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie: string
  readonly body?: string
  /** What is timed ends with the page that the answer sends the browser to. */
  readonly follow?: boolean
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

export interface Answer {
  readonly status: number
  readonly body: string
  readonly location: string
  /** The cookies set, as a browser would send them back. */
  readonly cookie: string
}

export async function fire(base: URL, shot: Shot): Promise<Answer> {
  const answer = await fireOnce(base, shot)
  if (!shot.follow || answer.location === '') return answer
  return fireOnce(base, { kind: shot.kind, method: 'GET', path: answer.location, cookie: shot.cookie })
}

function fireOnce(base: URL, shot: Shot): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        host: base.hostname,
        port: base.port,
        path: shot.path,
        method: shot.method,
        headers: {
          cookie: shot.cookie,
          ...(shot.body === undefined
            ? {}
            : {
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': Buffer.byteLength(shot.body),
              }),
        },
      },
      response => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString(),
            location: response.headers.location ?? '',
            cookie: (response.headers['set-cookie'] ?? []).map(one => one.split(';')[0]).join('; '),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(shot.body)
  })
}

/** An open loop: requests leave at their times whether or not earlier ones have come back. */
export async function openLoop(
  base: URL,
  shots: () => Shot,
  how: { perSecond: number; seconds: number },
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>()
  const going: Promise<void>[] = []
  const started = performance.now()
  for (let n = 0; n < how.perSecond * how.seconds; n += 1) {
    const due = started + (n * 1000) / how.perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    const shot = shots()
    going.push(
      fire(base, shot).then(({ status }) => {
        if (status >= 400) throw new Error(`${shot.kind} ${shot.path} answered ${status}`)
        // From when it should have left, so that a stall is not forgiven.
        const kind = times.get(shot.kind) ?? []
        kind.push(performance.now() - due)
        times.set(shot.kind, kind)
      }),
    )
  }
  await Promise.all(going)
  return times
}

/** So many at a time, each as soon as the last came back. @returns requests a second */
export async function saturate(
  base: URL,
  shot: Shot,
  how: { connections: number; seconds: number },
): Promise<number> {
  const until = performance.now() + how.seconds * 1000
  let done = 0
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const { status } = await fire(base, shot)
      if (status !== 200) throw new Error(`${shot.path} answered ${status}`)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: how.connections }, worker))
  return done / how.seconds
}

export const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
