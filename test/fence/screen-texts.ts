import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { isTest, ROOT, sourceFiles } from './source-files.ts'

/** Everything that a screen can say: the strings and the text between tags of the source, and what migrations fill in. */
export function screenTexts(): ReadonlySet<string> {
  const own = sourceFiles().filter(file => !isTest(file.path))
  const migrations = readdirSync(join(ROOT, 'migrations')).map(name =>
    readFileSync(join(ROOT, 'migrations', name), 'utf8'),
  )
  return textsIn([...own.flatMap(saidBy), ...migrations.flatMap(filledInBy)])
}

/** Each text whole, and each of its sentences. */
export const textsIn = (said: readonly string[]): ReadonlySet<string> =>
  new Set(said.flatMap(text => [text, ...text.split(/(?<=[.?])\s+/)]).map(plainly))

/** As it is read: white space is one space, and a full stop or a colon at the end is the sentence's around it. */
export const plainly = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.:,]$/, '')

function saidBy(file: { path: string; text: string }): string[] {
  const said: string[] = []
  new Visitor({
    Literal: node => void (typeof node.value === 'string' && said.push(node.value)),
    TemplateElement: node => void said.push(node.value.cooked ?? ''),
    JSXText: node => void said.push(node.value),
  }).visit(parseSync(file.path, file.text).program)
  return said
}

/** Words of the template, and strings such as the names of roles. */
const filledInBy = (sql: string): string[] => [
  ...[...sql.matchAll(/"en":\s*"([^"]+)"/g)].map(([, text = '']) => text),
  ...[...sql.matchAll(/'((?:[^'\n]|'')+)'/g)].map(([, text = '']) => text.replaceAll("''", "'")),
]
