function isPalindrome(text: string): boolean {
  for (let i = 0, j = text.length - 1; i < j; i++, j--) {
    if (text.charCodeAt(i) !== text.charCodeAt(j)) return false;
  }
  return true;
}
console.log(isPalindrome(""), isPalindrome("a"), isPalindrome("anna"), isPalindrome("level"), isPalindrome("annx"));
