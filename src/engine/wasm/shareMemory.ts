const text = (name: string) => [name.length, ...[...name].map(letter => letter.charCodeAt(0))];
const memoryKind = 2;
const hasMaximum = 1;
const isShared = 2;
/** How a module says that it imports a memory; its least and its largest size follow. */
const memoryImport = [...text('env'), ...text('memory'), memoryKind, hasMaximum];

/**
 * The same module for a memory that threads share. It differs in one bit, too little to ship every module twice.
 * Source: WebAssembly core specification, sections 5.3.8 (limits) and 5.5.5 (imports), with the threads proposal.
 */
export function shareMemory(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((_, i) => memoryImport.every((byte, j) => bytes[i + j] === byte));
  if (start < 0) throw new Error('The module imports no memory of limited size.');
  const shared = bytes.slice();
  shared[start + memoryImport.length - 1]! |= isShared;
  return shared;
}
