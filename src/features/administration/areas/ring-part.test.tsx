import { describe, expect, test } from 'vitest'
import { NotACallForHelp } from './ring-part.tsx'
import { together, type WhomToRing } from './whom-to-ring.ts'

const said = (rings: readonly WhomToRing[]): string =>
  NotACallForHelp({ rings })
    .toString()
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .replaceAll(' .', '.')
    .trim()

const hub = { team: 'Safeguarding hub', phone: '01632 960001', openNow: true }

describe('whom to ring', () => {
  test('F1 in its words: the duty team, its number, open now', () => {
    expect(said([{ ...hub, areas: ['North'] }])).toBe(
      'Sending this form does not call for help. If a child is in danger now, ring 999. ' +
        'Then ring Safeguarding hub for North, 01632 960001, open now. Tell us who you spoke to.',
    )
  })

  test('at night no day team stands beside the number of another', () => {
    const words = said([{ ...hub, areas: ['North'], phone: '01632 960002', openNow: false }])
    expect(words).toContain('Then ring the out-of-hours team for North, 01632 960002, open now.')
    expect(words).not.toContain('hub')
  })

  test('areas that ring the same are said once; others each by name', () => {
    const other = { team: 'Front door', phone: '01632 960003', openNow: true, areas: ['East'] }
    const rings = together([{ ...hub, areas: ['North'] }, other, { ...hub, areas: ['South'] }])
    expect(rings).toEqual([{ ...hub, areas: ['North', 'South'] }, other])
    expect(said(rings)).toContain(
      'Safeguarding hub for North and South, 01632 960001, open now Front door for East',
    )
    expect(said(rings).match(/Tell us who you spoke to/g)).toHaveLength(1)
  })

  test('where no number is set the sentence still tells whom to ring', () => {
    expect(said([{ ...hub, areas: ['North'], phone: null }])).toContain(
      'Then ring the council’s switchboard (the number of Safeguarding hub for North has not been set). Tell us',
    )
  })
})
