/** Who is signed in. */
export interface Person {
  name: string;
  email: string;
}
