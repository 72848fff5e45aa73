import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

const features = readdirSync(new URL('./src/features', import.meta.url))

const forbid = (group, message) => ({ group, message })
const TAURI = forbid(['@tauri-apps/*'], 'Only ui/src/platform talks to Tauri.')
const CLIMB = forbid(['../../**'], 'Cross a layer by its alias (@/…), so that the layer rule can see it.')
/** These parts write a <style> element into the page, which the content policy refuses. */
const STYLED = {
  name: 'reka-ui',
  importNames: ['SelectViewport', 'ComboboxViewport', 'ScrollAreaViewport'],
  message: 'It writes a <style> element, which the content policy refuses.',
}
const above = (layers, message) =>
  forbid(
    layers.flatMap((layer) => [`@/${layer}`, `@/${layer}/**`]),
    message,
  )

/** platform ← shared ← features/<thing> ← app: a layer may import only what stands to its left. */
const layer = (name, patterns) => ({
  files: [`src/${name}/**/*.{ts,vue}`],
  rules: { 'no-restricted-imports': ['error', { patterns, paths: [STYLED] }] },
})

const featureLayer = (feature) => {
  const others = features
    .filter((name) => name !== feature)
    .flatMap((name) => [`@/features/${name}`, `@/features/${name}/**`])
  return layer(`features/${feature}`, [
    TAURI,
    CLIMB,
    above(['app'], 'A feature does not know the application around it.'),
    ...(others.length > 0
      ? [forbid(others, 'One feature does not import another; share through @/shared or by a route.')]
      : []),
  ])
}

export default ts.config(
  { ignores: ['dist', 'node_modules', 'public', 'src/bindings'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  // Prettier lays out; ESLint looks at what the code means.
  vue.configs['no-layout-rules'],
  {
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/unified-signatures': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // The content policy refuses inline style attributes; `:style` goes through the CSSOM and is allowed.
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
      'no-undef': 'off',
    },
  },
  layer('platform', [CLIMB, above(['shared', 'features', 'app'], 'The platform knows nothing above it.')]),
  layer('shared', [TAURI, CLIMB, above(['features', 'app'], 'Shared code knows no feature.')]),
  ...features.map(featureLayer),
  layer('app', [TAURI, CLIMB]),
  {
    files: ['tests/**/*.{ts,mjs}', 'scripts/*.mjs', '*.{ts,js}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off' },
  },
  // Catalogues and fixtures are data, one entry a line.
  { files: ['src/shared/strings/**', 'tests/fixtures/**'], rules: { 'max-lines': 'off' } },
)
