const sources = import.meta.glob<string>("../../app/routes/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The routes that take forms, found in their source, by the ids that Remix gives them. */
export const routesWithAction = Object.entries(sources)
  .filter(([, source]) => /^export const action\b|^export (async )?function action\b/m.test(source))
  .map(([file]) => file.replace("../../app/", "").replace(/\.tsx?$/, ""));
