import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface SourceFile {
  /** From the project's folder, with '/'. */
  readonly path: string
  readonly text: string
  readonly lines: number
}

/** The project's own source; what is generated is left out. */
export function sourceFiles(folders: readonly string[] = ['src']): SourceFile[] {
  return folders.flatMap(readAll)
}

function readAll(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !path.includes('/generated/'))
    .map(path => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, lines: text.split('\n').length - 1 }
    })
}

/** Everything that a file imports, statically, by type or by call. */
export function importsOf(file: { path: string; text: string }): string[] {
  const { module } = parseSync(file.path, file.text)
  return [
    ...module.staticImports.map(one => one.moduleRequest.value),
    ...module.staticExports.flatMap(one =>
      one.entries.flatMap(entry => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map(one =>
      file.text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1),
    ),
  ]
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
