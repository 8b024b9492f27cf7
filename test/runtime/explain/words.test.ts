import { describe, expect, test } from 'vitest'
import { type Noun, cord } from '../../../nock/index.js'
import { meaningOf } from '../../../runtime/explain/meaning.js'
import { answerText, requestText } from '../../../runtime/explain/words.js'
import { nounOf } from '../../_kit/text.js'

const WEB = cord('web')

describe('a request and its answer in words', () => {
  test.each([
    ['[%spawn %web]', '4243', '%spawn web → pid 4243'],
    ['[%spawn %web]', '0', "%spawn web → 0, it could not start: the supervisor's log says why"],
    ['[%alive 4242]', '0', '%alive 4242 → yes'],
    ['[%alive 4242]', '1', '%alive 4242 → no'],
    ['[%kill 9 4242]', '0', '%kill 9 4242 → yes, all of its group is gone'],
    ['[%kill 9 4242]', '1', '%kill 9 4242 → no, not permitted'],
    ['[%kill-tree 9 4242]', '0', '%kill-tree 9 4242 → yes, all that came of it is gone'],
    ['[%kill-tree 9 4242]', '1', '%kill-tree 9 4242 → no, not permitted'],
    ['[%signal 15 4242]', '0', '%signal 15 4242 → yes, sent'],
    ['[%signal 15 4242]', '1', '%signal 15 4242 → no, not permitted, or it is dead'],
    ['[%control %t %web 5.000]', '0', '%control %t web 5000 → yes, its script has seen to it'],
    [
      "[%control '1' %web 5.000]",
      '1',
      '%control %1 web 5000 → no, it has no script for that, or one that failed',
    ],
    ['[%finish %web 5.000]', '0', '%finish web 5000 → yes, its finish script runs'],
    ['[%finish %web 5.000]', '1', '%finish web 5000 → no, it has none'],
    ['[%finished %web]', '0', '%finished web → yes, no finish script runs any more'],
    ['[%finished %web]', '1', '%finished web → no, a command came meanwhile'],
    ['[%check %web 1.000]', '1', '%check web 1000 → no, not healthy'],
    ['[%wait %web 1.000]', '1', '%wait web 1000 → no, a command came meanwhile'],
    // what a policy of somebody's own may ask, or get
    ['[%alive 4242]', '7', '%alive 4242 → 7'],
    ['[%alive 4242]', '[1 2]', '%alive 4242 → [1 2]'],
    ['[%weather [1 2] 3]', '0', '%weather [1 2] 3 → yes'],
    ['[[1 2] 3]', '0', '[1 2] 3 → yes'],
    ['5', '1', '5 → no'],
  ])('%s, %s', (request, answer, words) => {
    const [asked, given] = [nounOf(request), nounOf(answer)]
    expect(`${requestText(asked, WEB)} → ${answerText(asked, given)}`).toBe(words)
  })

  test('without an answer', () => {
    expect(answerText(nounOf('[%alive 1]'), undefined)).toBe('no answer to it is on the tape')
  })

  test('a name does nothing to a terminal, and nothing is long', () => {
    const name = cord('\u001b[2J')
    expect(requestText(nounOf('[%spawn 0]'), 0)).toBe('%spawn ')
    expect(requestText(nounOf(`[%spawn ${name}]`), name)).toBe('%spawn \\u{1b}[2J')
    const long: Noun = nounOf(`[%spawn ${'[1 '.repeat(1000)}1${']'.repeat(1000)}]`)
    expect(requestText(long, WEB).length).toBeLessThan(700)
  })
})

describe('a condition in words', () => {
  const alive = { request: nounOf('[%alive 7]'), product: nounOf('[0 1]') }
  const kill = { request: nounOf('[%kill 9 7]'), product: nounOf('[[[[%finish %web 5] 0] 0] 0]') }
  const plain = '[0 %web 1 7]'
  const asked = '[[0 1] [[[%alive 7] 1] 0] %web 1 7]'
  const twice = '[[0 1] [[[[%finish %web 5] 0] 0] 0] 0 %web 1 7]'

  test.each([
    [plain, '[5 [0 14] 1 1]', 'is the state 1 (up)?'],
    [plain, '[5 [0 14] 1 0]', 'is the state 0 (down)?'],
    [plain, '[5 [0 15] 1 0]', 'is the pid 0?'],
    [plain, '[0 14]', 'is the state 0 (down)?'],
    [asked, '[5 [0 30] 1 1]', 'is the state 1 (up)?'],
    [asked, '[0 5]', 'is the answer to %alive yes?'],
    [asked, '[5 [0 5] 1 0]', 'is the answer to %alive 0?'],
    [twice, '[0 13]', 'is the answer to %kill yes?'],
    [twice, '[5 [0 62] 1 1]', 'is the state 1 (up)?'],
    // the same axes mean something else there
    [plain, '[0 5]', undefined],
    [asked, '[5 [0 14] 1 1]', undefined],
    ['[0 %other 1 7]', '[5 [0 14] 1 1]', undefined],
    ['[[0 2] 0 %web 1 7]', '[0 5]', undefined],
    // and these are no usual ones
    [plain, '[5 [0 14] 0 15]', undefined],
    [plain, '[5 [0 14] 1 1 1]', undefined],
    [plain, '[3 0 14]', undefined],
    [plain, '[1 0]', undefined],
    [plain, '5', undefined],
    [plain, '[0 0]', undefined],
    ['7', '[0 1]', undefined],
  ])('of %s: %s', (subject, condition, words) => {
    expect(meaningOf(nounOf(condition), nounOf(subject), WEB, [alive, kill])).toBe(words)
  })
})
