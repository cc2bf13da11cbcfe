import { Eye } from "lucide-react";
import { Button } from "../Button";

/** Above every page of a preview. It speaks to the partner, so it is in the dashboard's language. */
export function PreviewBanner({ name }: { name: string }) {
  return (
    <aside
      lang="en"
      aria-label="Preview"
      className="sticky top-0 z-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-border bg-foreground px-4 py-2 text-sm text-background sm:px-8 print:hidden"
    >
      <p className="flex min-w-0 flex-1 gap-2">
        <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 break-words">
          <strong>Preview as {name}</strong> – nothing can be bought or changed
        </span>
      </p>
      <form method="post" action="/sign-out" className="text-foreground">
        <Button type="submit" size="small">
          Close
        </Button>
      </form>
    </aside>
  );
}
