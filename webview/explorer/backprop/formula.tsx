import type { ComponentChildren } from 'preact';

/** `z_{2}^{(1)} = max(0, x)`: what follows _ and ^ is set lower and higher, single letters are italic. */
export function Formula({ text }: { readonly text: string }) {
  return <span class="formula">{typeset(text)}</span>;
}

function typeset(text: string): ComponentChildren {
  return text.split(/([_^](?:\{[^}]*\}|[\p{L}\d]))/u).map(part => {
    const inner = part.slice(1).replace(/^\{|\}$/g, '');
    if (part.startsWith('_')) return <sub>{typeset(inner)}</sub>;
    if (part.startsWith('^')) return <sup>{typeset(inner)}</sup>;
    return part.split(/(\p{L}+)/u).map(word => (/^\p{L}$/u.test(word) ? <i>{word}</i> : word));
  });
}
