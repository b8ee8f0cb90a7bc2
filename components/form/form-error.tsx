/** An error of the whole form; announced when it appears. */
export function FormError({ message }: { message: string | null }) {
  return (
    <div role="alert" className="empty:-mb-4">
      {message !== null && (
        <p className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-pretty text-danger">{message}</p>
      )}
    </div>
  );
}
