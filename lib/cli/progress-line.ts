/** A line on standard error that is overwritten on each update; does nothing without a terminal. */
export class ProgressLine {
  #shownAt = 0;
  readonly #startedAt = Date.now();

  /** @param share from 0 to 1; null if the total is unknown */
  show(share: number | null, text: string): void {
    if (!process.stderr.isTTY || Date.now() - this.#shownAt < 200) return;
    this.#shownAt = Date.now();
    const width = 24;
    const done = Math.round((share ?? 0) * width);
    const bar = share === null ? "" : `${"█".repeat(done)}${"░".repeat(width - done)} ${Math.floor(share * 100)} %  `;
    process.stderr.write(`\r\u001b[K${bar}${text}${this.#remaining(share)}`);
  }

  /** Erases the line, so that the following output starts on an empty line. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    this.#shownAt = 0;
  }

  #remaining(share: number | null): string {
    const seconds = (Date.now() - this.#startedAt) / 1000;
    if (share === null || share <= 0 || seconds < 5) return "";
    const left = Math.ceil((seconds / share) * (1 - share));
    return `, ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`;
  }
}
