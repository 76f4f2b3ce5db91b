declare module "*.css" {
  const text: string;
  export default text;
}

/** The sources of each template's code cells, put in when the extension is built. */
declare const TEMPLATES: Record<string, string[]>;
