import { describe, expect, test } from 'vitest'
import { PageAsked, Pager, readPaged } from './paging.tsx'

const LIST = Array.from({ length: 25 }, (_, index) => index + 1)

const reading = (list: readonly number[]) => (window: { offset: number; limit: number }) =>
  Promise.resolve(list.slice(window.offset, window.offset + window.limit))

const page = (number: number, count?: (most: number) => Promise<number>, list: readonly number[] = LIST) =>
  readPaged({ page: number, size: 10 }, reading(list), count)

const counting = async (most: number): Promise<number> => Math.min(LIST.length, most)

const say = async (paged: ReturnType<typeof page>, part?: string): Promise<string> =>
  Pager({ href: '/list', what: 'The list', paged: await paged, ...(part ? { part } : {}) }).toString()

describe('one page of a list', () => {
  test('holds its rows and says whether there are more, so that all pages hold every row once', async () => {
    const pages = [await page(1), await page(2), await page(3)]
    expect(pages.flatMap(one => one.rows)).toEqual(LIST)
    expect(pages.map(one => one.more)).toEqual([true, true, false])
  })

  test('is counted where a count is given, and the last one counts itself', async () => {
    let counted = 0
    const count = (most: number): Promise<number> => {
      counted += 1
      return counting(most)
    }
    expect((await page(1, count)).total).toBe(25)
    expect(counted).toBe(1)
    expect((await page(3, count)).total).toBe(25)
    expect((await page(3)).total).toBe(25)
    expect(counted).toBe(1)
    expect((await page(1)).total).toBeNull()
    expect((await page(9, count)).total).toBe(25)
  })

  test('asked for in any other way than by a number is the first', () => {
    for (const asked of [{}, { page: 'x' }, { page: '0' }, { page: '-1' }, { page: ['1', '2'] }])
      expect(PageAsked.parse(asked)).toEqual({ page: 1 })
    expect(PageAsked.parse({ page: '3' })).toEqual({ page: 3 })
  })
})

describe('the way on', () => {
  test('is nothing where the list is one page', async () => {
    expect(await say(page(1, counting, [1, 2]))).toBe('')
    expect(await say(page(1, counting, LIST.slice(0, 10)))).toBe('')
  })

  test('says where one is, out of how many as far as that is known, and leads on and back', async () => {
    expect(await say(page(1, counting))).toContain('Showing 1 to 10 of 25')
    const first = await say(page(1))
    expect(first).toContain('Showing 1 to 10. There are more')
    expect(first).toContain('href="/list?page=2"')
    expect(first).not.toContain('rel="prev"')
    const last = await say(page(3))
    expect(last).toContain('Showing 21 to 25 of 25')
    expect(last).toContain('href="/list?page=2"')
    expect(last).not.toContain('rel="next"')
  })

  test('leads to the part of the page that the list stands in', async () => {
    expect(await say(page(1), 'part')).toContain('href="/list?page=2#part"')
  })

  test('from beyond the end leads back and does not say that there is nothing', async () => {
    const beyond = await say(page(9, counting))
    expect(beyond).toContain('There is nothing on this page. The list has 25')
    expect(beyond).toContain('href="/list?page=8"')
    expect(await say(page(9))).toContain('There is nothing on this page.')
  })

  test('counts no further than a thousand', async () => {
    expect(await say(page(1, async most => most))).toContain('of 1,000+')
  })
})
