import { expect, test } from 'vitest'
import { right } from '../../../nock/index.js'
import { placeOf, placeText } from '../../../runtime/metrics/place.js'

test.each([
  ['9090', 'http://127.0.0.1:9090/metrics'],
  ['0', 'http://127.0.0.1:0/metrics'],
  ['127.0.0.1:9090', 'http://127.0.0.1:9090/metrics'],
  ['127.9.9.9:65535', 'http://127.9.9.9:65535/metrics'],
  ['localhost:80', 'http://127.0.0.1:80/metrics'],
  ['[::1]:9090', 'http://[::1]:9090/metrics'],
  ['unix:/run/runock.sock', 'unix:/run/runock.sock'],
  ['unix:a:b', 'unix:a:b'],
])('%s is %s', (word, text) => {
  const place = placeOf(word)
  expect(place._tag === 'Right' && placeText(place.right)).toBe(text)
})

test.each([
  '0.0.0.0:9090',
  '[::]:9090',
  '192.168.1.1:9090',
  '8.8.8.8:9090',
  'example.org:9090',
  '127.0.0.1.example.org:9090',
  '[::ffff:8.8.8.8]:9090',
  '128.0.0.1:9090',
  ':9090',
  '65536',
  '127.0.0.1',
  'http://127.0.0.1:9090',
  '::1:9090',
  'unix:',
  '',
  '-1',
  '90 90',
])('%s is none', (word) => {
  expect(placeOf(word)._tag).toBe('Left')
})

test('a name is never looked up', () => {
  expect(placeOf('localhost:1')).toEqual(right({ _tag: 'Port', host: '127.0.0.1', port: 1 }))
})
