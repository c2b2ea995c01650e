/** The bundler turns an icon into its markup. */
declare module '*.svg' {
  const markup: string;
  export default markup;
}
