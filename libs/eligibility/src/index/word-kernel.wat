;; Bitmaps and lists of ordinals, 128 bits at a time. word-kernel.ts holds what this becomes (wat2wasm); a test holds the two together.
;; Memory: 0 to 4,095 for each byte which of its bits are set, as eight numbers of 16 bits; 4,096 to 4,351 how many, times two.
(module
  (import "kernel" "memory" (memory 1))

  ;; Places are in bytes, and multiples of 16; so is the length.
  (func (export "both") (param $made i32) (param $one i32) (param $other i32) (param $length i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $made) (local.get $length)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $made) (local.get $end)))
        (v128.store (local.get $made) (v128.and (v128.load (local.get $one)) (v128.load (local.get $other))))
        (local.set $made (i32.add (local.get $made) (i32.const 16)))
        (local.set $one (i32.add (local.get $one) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (br $next))))

  (func (export "any") (param $made i32) (param $one i32) (param $other i32) (param $length i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $made) (local.get $length)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $made) (local.get $end)))
        (v128.store (local.get $made) (v128.or (v128.load (local.get $one)) (v128.load (local.get $other))))
        (local.set $made (i32.add (local.get $made) (i32.const 16)))
        (local.set $one (i32.add (local.get $one) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (br $next))))

  ;; Writes which bits are set as numbers of 16 bits from place $at on, and answers where they end. Each byte takes one store of eight,
  ;; whatever its bits: no branch to be guessed wrong. Up to 16 bytes behind the end are overwritten.
  (func (export "ordinals") (param $words i32) (param $length i32) (param $at i32) (result i32)
    (local $end i32) (local $word i32) (local $first v128)
    (local.set $end (i32.add (local.get $words) (local.get $length)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $words) (local.get $end)))
        (local.set $word (i32.load (local.get $words)))
        (if (local.get $word)
          (then
            (local.set $at (call $eight (local.get $at) (i32.and (local.get $word) (i32.const 255)) (local.get $first)))
            (local.set $at (call $eight (local.get $at) (i32.and (i32.shr_u (local.get $word) (i32.const 8)) (i32.const 255))
              (i16x8.add (local.get $first) (v128.const i16x8 8 8 8 8 8 8 8 8))))
            (local.set $at (call $eight (local.get $at) (i32.and (i32.shr_u (local.get $word) (i32.const 16)) (i32.const 255))
              (i16x8.add (local.get $first) (v128.const i16x8 16 16 16 16 16 16 16 16))))
            (local.set $at (call $eight (local.get $at) (i32.shr_u (local.get $word) (i32.const 24))
              (i16x8.add (local.get $first) (v128.const i16x8 24 24 24 24 24 24 24 24))))))
        (local.set $first (i16x8.add (local.get $first) (v128.const i16x8 32 32 32 32 32 32 32 32)))
        (local.set $words (i32.add (local.get $words) (i32.const 4)))
        (br $next)))
    (local.get $at))

  (func $eight (param $at i32) (param $byte i32) (param $first v128) (result i32)
    (v128.store (local.get $at) (i16x8.add (local.get $first) (v128.load (i32.shl (local.get $byte) (i32.const 4)))))
    (i32.add (local.get $at) (i32.load8_u offset=4096 (local.get $byte))))
)
