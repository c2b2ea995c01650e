/** The host takes no longer ones. */
const maxLength = 200;

/** A name for a file that is to be saved, which every file system takes. */
export const fileName = (title: string, extension: string): string =>
  `${title.replaceAll(/[/\\:*?"<>|·]+/g, '-')}.${extension}`.slice(-maxLength);
