import { meets, wanted, type KeptResult } from './result.ts'

/** Figures for people to read, from what the benches kept; nobody types a number. */
export function measuredPage(results: readonly KeptResult[]): string {
  const parts = results.toSorted((one, other) => one.bench.localeCompare(other.bench)).map(partOf)
  return `# Measured

Made by \`npm run sightline bench measured\` from \`bench/results\`. Do not edit: measure again and make it anew. A bar is what
the figure must meet; comparisons were measured in one run, by turns.
${parts.join('')}`
}

const partOf = (result: KeptResult): string => `
## ${result.bench}

\`${result.command}\`, ${grouped(result.size)}. Measured ${result.day} on ${result.machine.cores} cores (${result.machine.model}), ${result.machine.memoryGiB} GiB, Node ${result.machine.node.slice(1)}, ${result.machine.system}.

| Figure | Measured | Bar | |
| --- | ---: | ---: | --- |
${result.figures
  .map(
    figure =>
      `| ${figure.what} | ${grouped(String(figure.value))} ${figure.unit} | ${grouped(wanted(figure))} | ${wanted(figure) === '' ? '' : meets(figure) ? 'met' : '**missed**'} |\n`,
  )
  .join('')}`

/** 100000 as 100,000, wherever it stands. */
const grouped = (text: string): string =>
  text.replaceAll(/\b\d{5,}\b/g, digits => Number(digits).toLocaleString('en-GB'))
