/** Now, in microseconds since 1970, as the database keeps times. */
export function nowMicroseconds(): bigint {
  return BigInt(Date.now()) * 1000n;
}
