export function collectMessages(folders?: readonly string[]): { messages: string[]; faults: string[] };
export function collectFrom(file: string, text: string, messages: Set<string>, faults: string[]): void;
export function placesOf(message: string): string[];
