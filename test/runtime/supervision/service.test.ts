import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { equal, printNoun } from '../../../nock/index.js'
import { ServiceNoun, down, sameService, serviceOf } from '../../../runtime/supervision/service.js'
import { names, pids, services } from '../../_kit/services.js'
import { trees } from '../../_kit/subjects.js'
import { nounOf } from '../../_kit/text.js'

const decoded = (text: string) => serviceOf(nounOf(text))

describe('a service and its noun', () => {
  test('there and back', () => {
    fc.assert(
      fc.property(services, (service) => {
        expect(serviceOf(ServiceNoun.encode(service))).toEqual(service)
      }),
    )
  })

  test('the noun is [name state pid]', () => {
    expect(printNoun(ServiceNoun.encode({ name: 7, state: 1, pid: 5678 }))).toBe('[7 1 5678]')
    expect(printNoun(ServiceNoun.encode(down(7)))).toBe('[7 0 0]')
  })

  test('any noun is decoded to a service or to nothing', () => {
    fc.assert(
      fc.property(trees, (noun) => {
        const service = serviceOf(noun)
        expect(service === undefined || equal(ServiceNoun.encode(service), noun)).toBe(true)
      }),
    )
  })

  test('up has a pid, and down has none', () => {
    fc.assert(
      fc.property(names, pids, fc.nat(3), fc.boolean(), (name, pid, state, has) => {
        const noun = nounOf(`[${name} ${state} ${has ? pid : 0}]`)
        const isOne = (state === 0 && !has) || (state === 1 && has)
        expect(serviceOf(noun)).toEqual(isOne ? { name, state, pid: has ? pid : 0 } : undefined)
      }),
    )
  })
})

describe('no service', () => {
  test.each([
    '0',
    '[1 2]',
    '[%web 0 1]', // down, with a pid
    '[%web 1 0]', // up, without
    '[%web 2 7]',
    '[%web 0]',
    '[%web 1 7 0]', // one too many
    '[%web [0 0] 0]',
    '[%web 1 7 7]',
    '[[%web 1] 1 7]', // a name is an atom
    '[%web 1 18.446.744.073.709.551.616]', // no pid
  ])('%s', (text) => expect(decoded(text)).toBeUndefined())

  test('why not, in words', () => {
    const result = ServiceNoun.decode(nounOf('[%web 1 0]'))
    expect(result._tag === 'Left' && result.left[0]!.message).toBe(
      'a service is [name state pid]: down is state 0 and pid 0, up is state 1 and a pid above 0',
    )
    for (const other of [undefined, null, 7, 'web', {}]) expect(ServiceNoun.decode(other)._tag).toBe('Left')
  })
})

describe('sameService', () => {
  test('is equality of the nouns', () => {
    fc.assert(
      fc.property(services, services, (a, b) => {
        const same = printNoun(ServiceNoun.encode(a)) === printNoun(ServiceNoun.encode(b))
        expect(sameService(a, b)).toBe(same)
        expect(sameService(a, { ...a })).toBe(true)
      }),
    )
  })

  test('tells each part', () => {
    const service = { name: 7, state: 1, pid: 5 } as const
    expect(sameService(service, { ...service, name: 8 })).toBe(false)
    expect(sameService(service, { ...service, pid: 6 })).toBe(false)
    expect(sameService(service, down(7))).toBe(false)
  })
})
