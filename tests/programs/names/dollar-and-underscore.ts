const $ = 1;
const _ = 2;
const $_ = 3;
const _$ = 4;
const a$b = 5;
const a_b = 6;
const __ = 7;
function a$(): number {
  return $ + _ + $_ + _$ + a$b + a_b + __;
}
console.log(a$());
