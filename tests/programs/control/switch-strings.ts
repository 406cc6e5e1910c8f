function days(month: string): number {
  switch (month) {
    case "feb":
      return 28;
    case "apr":
    case "jun":
    case "sep":
    case "nov":
      return 30;
    default:
      return 31;
  }
}
console.log(days("feb"), days("jun"), days("nov"), days("jan"));
