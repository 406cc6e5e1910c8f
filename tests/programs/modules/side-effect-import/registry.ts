export const registered: string[] = [];
