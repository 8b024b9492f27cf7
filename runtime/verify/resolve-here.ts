import { type ResolveHook } from 'node:module'

/** A hook for Node's loader: `runock/…` is this package, as if a file of its own had imported it. */
export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === 'runock' || specifier.startsWith('runock/')
    ? next(specifier, { ...context, parentURL: import.meta.url })
    : next(specifier, context)
