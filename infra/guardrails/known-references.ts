import type { StackJson } from './stack-json';

/** `${` and `%{` begin a template, unless doubled. Source: Terraform language, "Strings and Templates". */
const OPENING = /(?<escape>\$\$\{|%%\{)|(?<template>\$\{|%\{)/g;
const REFERENCE = /^\$\{(?<address>(?:data\.)?[a-z0-9_]+\.[A-Za-z_][\w-]*)\.[A-Za-z_][\w.[\]]*\}/;

/** Every interpolation is one plain reference to something in the stack; other text must be written with `literal`. */
export function knownReferences(stack: StackJson): readonly string[] {
  const known = new Set([...stack.resources, ...stack.dataSources].map(({ address }) => address));
  return stack.texts.flatMap(({ path, text }) =>
    [...text.matchAll(OPENING)]
      .filter((match) => match.groups?.template !== undefined)
      .flatMap(({ index }) => {
        const rest = text.slice(index);
        const address = REFERENCE.exec(rest)?.groups?.address;
        if (address !== undefined && known.has(address)) return [];
        return [`${path}: "${rest.slice(0, 60)}" refers to nothing in this stack; write literal()`];
      }),
  );
}
