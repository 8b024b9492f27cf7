// Builds the page, once at the package's build: into the directory that is named.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { loadCourse } from '../lesson/course.js'
import { packageRoot } from '../package.js'
import { POLICY } from './policy.js'
import { type Texts } from './texts.js'

const out = process.argv[2]!
const sources = join(packageRoot(), 'runtime/playground/page')

const course = loadCourse()
if (course._tag === 'Left') throw new Error(course.left)
const { lessons, book } = course.right
const texts: Texts = {
  lessons,
  formulas: book.names.map((name) => [
    name,
    book
      .text(name)!
      .replaceAll(/^;.*\n/gm, '')
      .trim(),
  ]),
}

mkdirSync(out, { recursive: true })
buildSync({
  entryPoints: ['page.ts', 'worker.ts'].map((file) => join(sources, file)),
  outdir: out,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  define: { TEXTS: JSON.stringify(texts) },
})
copyFileSync(join(sources, 'style.css'), join(out, 'style.css'))
copyFileSync(join(sources, 'icon.svg'), join(out, 'icon.svg'))
writeFileSync(
  join(out, 'index.html'),
  readFileSync(join(sources, 'index.html'), 'utf8').replace('{{policy}}', POLICY),
)
