interface Named {
  visitorName: string | null;
  visitorEmail: string | null;
  visitorPhone: string | null;
}

/** What a masked title must not be: the visitor's name and addresses. */
export function namesOf({ visitorName, visitorEmail, visitorPhone }: Named): (string | null)[] {
  return [visitorName, visitorEmail, visitorPhone];
}
