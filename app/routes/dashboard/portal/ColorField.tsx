import { CircleCheck, TriangleAlert } from "lucide-react";
import { brandOf } from "../../../portals/brand";
import { checkColor } from "../../../portals/contrast";
import { colorOf } from "../../../portals/portal-form";
import { Button } from "../../../ui/Button";
import { TextField } from "../../../ui/TextField";

interface ColorFieldProps {
  value: string;
  /** What stands in the field now, which scripts know and others learn from "Update preview". */
  typed: string;
  error: string | undefined;
}

/** The partner's colour, how well it can be seen, and the nearest shade where it cannot. */
export function ColorField({ value, typed, error }: ColorFieldProps) {
  const { background, foreground } = brandOf({ brandColor: colorOf(typed) });
  return (
    <div className="grid gap-3">
      <TextField
        label="Colour"
        name="brandColor"
        hint="Six hex digits, such as #0f766e. Text on it is black or white by itself, whichever reads better"
        placeholder="#0f766e"
        maxLength={7}
        spellCheck={false}
        defaultValue={value}
        error={error}
      />
      <ul className="grid gap-2 text-sm">
        {checkColor(background).map(({ id, label, ratio, passes, shade }) => (
          <li key={id} className="flex gap-2.5">
            {passes ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            ) : (
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
            )}
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              {label}: {ratio} to 1, {passes ? "easy to see" : noteOf(id, foreground)}
              {shade && (
                <Button type="submit" size="small" name="shade" value={shade}>
                  Use {shade}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const noteOf = (check: string, foreground: string) =>
  check === "text" && foreground === "#000000" ? "so text on it is black" : "hard to see; its edge helps";
