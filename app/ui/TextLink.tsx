import type { ComponentPropsWithoutRef } from "react";

type TextLinkProps = Omit<ComponentPropsWithoutRef<"a">, "className" | "style"> & { href: string };

/** A link inside text. Underlined, because colour alone does not say "link" to everyone. */
export function TextLink(props: TextLinkProps) {
  return (
    <a
      {...props}
      className="touch-room rounded-sm font-medium text-link underline decoration-1 underline-offset-4 hover:decoration-2"
    />
  );
}
