import { describe, expect, test } from 'vitest'
import { Checkboxes } from './fields/choice-fields.tsx'
import { CodeField, PasswordField } from './fields/text-fields.tsx'
import { FormPage } from './form-page.tsx'
import { FortyFields, formWith, letters } from './forty-fields.tsx'
import { render } from './jsx-runtime.ts'
import { attributesOf, sentFrom } from '#test/kit/read-form.ts'

describe('every form page', () => {
  const page = render(<FortyFields form={formWith({})} />)

  test('has one h1 and is sent by post, with its proof, to where it is', () => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain(
      '<form method="post" novalidate autocomplete="off"><input type="hidden" name="_csrf"',
    )
  })

  test('has a label for each box and a legend for each group', () => {
    const boxes = [...page.matchAll(/<(?:input|select|textarea)(\s[^>]*)>/g)]
      .map(([, tag = '']) => attributesOf(tag))
      .filter(box => box['type'] !== 'hidden')
    const labelled = new Set([...page.matchAll(/<label[^>]* for="([^"]*)"/g)].map(([, id]) => id))
    expect(boxes.length).toBeGreaterThan(60)
    expect(boxes.filter(box => !labelled.has(box['id'] ?? ''))).toEqual([])
    expect(page.match(/<legend/g)).toHaveLength(15)
  })

  test('uses no id twice, and describes by what is there', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)
    expect(ids.length).toBe(new Set(ids).size)
    const described = [...page.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(([, list = '']) =>
      list.split(' '),
    )
    expect(described.filter(id => !ids.includes(id))).toEqual([])
  })

  test('sends no password back, and asks for codes as phones understand it', () => {
    const form = formWith({ password: 'secret', code: '123456' })
    const drawn = render(
      <>
        <PasswordField form={form} name="password" label="Password" />
        <CodeField form={form} name="code" label="Code" />
      </>,
    )
    expect(drawn).not.toContain('secret')
    expect(drawn).toMatch(/autocomplete="one-time-code"/)
    expect(drawn).toContain('autocomplete="current-password"')
  })

  test('keeps an answer that goes with no other apart, after an or', () => {
    const choices = [...letters, { value: 'none', text: 'None of these', alone: true }]
    const drawn = render(<Checkboxes form={formWith({ a: ['none'] })} name="a" label="A" choices={choices} />)
    expect(drawn).toMatch(/govuk-checkboxes__divider">or<\/div>.*data-behaviour="exclusive"/s)
    expect(sentFrom(drawn)).toEqual({ a: ['none'] })
  })

  test('takes a second button after the first, which Enter presses', () => {
    const drawn = render(
      <FormPage
        form={formWith({})}
        submit="Send"
        warn
        also={[{ text: 'Later', name: 'then', value: 'later' }]}
      >
        {null}
      </FormPage>,
    )
    expect(drawn).toMatch(/govuk-button--warning.*Send.*name="then".*Later/s)
  })

  test('says when what it shows was kept from before its writer was signed out', () => {
    const drawn = render(
      <FormPage form={{ ...formWith({}), restored: true }} submit="Send">
        {null}
      </FormPage>,
    )
    expect(drawn).toContain('It has not been sent.')
  })
})
