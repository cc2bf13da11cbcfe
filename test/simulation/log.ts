/** What Topup logs while it is simulated, a line each: it belongs to the seed and not on the terminal. */
export function takeOverLog(write: (line: string) => void): void {
  const take = (line: string) => write(`  ${shortened(line)}`);
  console.warn = take;
  console.error = take;
}

/** Without ids, which differ each time that a seed is played. */
function shortened(line: string): string {
  const { event, error } = JSON.parse(line) as { event: string; error?: string };
  return error ? `${event}: ${error.replace(/: (insert|update|select) .* ← /, " ← ")}` : event;
}
