import { Search } from "lucide-react";
import { Button, ButtonLink } from "./Button";

interface NarrowButtonsProps {
  /** A list is searched by what is typed, and filtered by what is chosen. */
  verb: "Search" | "Filter";
  /** Where nothing is asked; null while nothing is. */
  resetHref: string | null;
}

/** At the end of a form that narrows a list: asks for it, and takes back what was asked. */
export function NarrowButtons({ verb, resetHref }: NarrowButtonsProps) {
  return (
    <div className="flex gap-2">
      <Button type="submit">
        {verb === "Search" && <Search aria-hidden className="size-4" />}
        {verb}
      </Button>
      {resetHref !== null && (
        <ButtonLink href={resetHref} variant="quiet">
          Reset
        </ButtonLink>
      )}
    </div>
  );
}
