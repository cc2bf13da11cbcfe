/** The first stop of the keyboard on every page; `main` carries the id. */
export const MAIN_ID = "main";

export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="fixed start-4 top-3 z-10 rounded-lg border border-border bg-card px-4 py-2 font-medium not-focus:sr-only print:hidden"
    >
      {label}
    </a>
  );
}
