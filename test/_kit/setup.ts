import { afterAll } from 'vitest'
import { begun } from '../../nock/first.js'
import { disposeOfTheRest } from './disposal.js'

// What a test evaluates, the machine evaluates: not the reference, as in the first evaluation of a process.
begun()

afterAll(disposeOfTheRest)
