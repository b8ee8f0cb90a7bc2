/** The logo: an iris square with a play triangle. */
export function Logo({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className={className}>
      <rect width="28" height="28" rx="8" className="fill-accent" />
      <path
        d="M11 9.2c0-.8.86-1.28 1.54-.87l7.1 4.8c.62.42.62 1.32 0 1.74l-7.1 4.8c-.68.41-1.54-.07-1.54-.87z"
        className="fill-accent-text"
      />
    </svg>
  );
}
