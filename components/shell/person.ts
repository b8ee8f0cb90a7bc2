/** The signed-in user. */
export interface Person {
  name: string;
  email: string;
}
