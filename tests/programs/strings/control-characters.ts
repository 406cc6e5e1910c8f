const text = "\0\x01\x1f\x7f\x80\xff";
for (let i = 0; i < text.length; i++) console.log(text.charCodeAt(i));
