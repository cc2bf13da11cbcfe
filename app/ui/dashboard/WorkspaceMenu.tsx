import { Form } from "@remix-run/react";
import { ChevronsUpDown } from "lucide-react";
import { Button } from "../Button";
import { TextLink } from "../TextLink";

export interface Workspaces {
  /** The page that lists them, to which the choice is sent too. */
  href: string;
  /** The other partners that whoever is signed in works for. */
  others: readonly { id: string; name: string }[];
}

const SHOWN = 5;

/** The way to the other partners of somebody who works for several. */
export function WorkspaceMenu({ href, others }: Workspaces) {
  return (
    <details>
      <summary className="flex min-h-8 cursor-pointer items-center justify-between gap-2 rounded-lg font-medium pointer-coarse:min-h-11">
        Switch workspace
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </summary>
      <ul className="mt-1 grid gap-1">
        {others.slice(0, SHOWN).map(({ id, name }) => (
          <li key={id}>
            <Form method="post" action={href}>
              <input type="hidden" name="partner" value={id} />
              <Button type="submit" size="small" wide aria-label={`Switch to ${name}`}>
                <span className="truncate">{name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {others.length > SHOWN && (
        <p className="mt-2">
          <TextLink href={href}>All workspaces</TextLink>
        </p>
      )}
    </details>
  );
}
