;; From words to full-context labels: Festival's own analysis, with phrase breaks where the punctuation asks for them.
;; Each token is (TEXT BREAK), and BREAK is "BB", "B" or "0". Punctuation itself is left out: it would be taken for words, and
;; this voice ends a question like a statement whatever its labels say.

(voice_cmu_us_slt_arctic_hts)

;; Plain words stay as they are; only words with apostrophes and homographs go through the rules for tokens.
(define (token_to_words token name)
  (if (and (string-matches name "[A-Za-z]+") (not (member_string name english_homographs)))
      (list name)
      (english_token_to_words token name)))

(set! break_tree
  '((R:Token.parent.break is "BB") ((BB))
    ((R:Token.parent.break is "B") ((B))
     ((kept is "B") ((B))
      ((n.name is 0) ((BB)) ((NB)))))))

(define (free_ahead word count)
  (cond ((eq count 0) t)
        ((null (item.next word)) nil)
        ((string-equal (item.feat word "n.R:Token.parent.break") "0") (free_ahead (item.next word) (- count 1)))
        (t nil)))

;; The statistical model breaks often. A break of its own is kept only where eight words went before and four follow.
(define (keep_breaks utt)
  (let ((since 0))
    (mapcar
     (lambda (word)
       (set! since (+ since 1))
       (cond ((not (string-equal (item.feat word "R:Token.parent.break") "0")) (set! since 0))
             ((and (string-equal (item.feat word "pbreak") "B") (> since 7) (free_ahead word 4))
              (item.set_feat word "kept" "B")
              (set! since 0))))
     (utt.relation.items utt 'Word))))

(define (make_tokens utt tokens)
  (let ((place 0))
    (utt.relation.create utt 'Token)
    (mapcar
     (lambda (token)
       (set! place (+ place 1))
       (utt.relation.append utt 'Token
         (list (car token)
               (list (list 'name (car token)) (list 'prepunctuation "") (list 'punc "") (list 'whitespace " ")
                     (list 'place place) (list 'break (cadr token))))))
     tokens)))

(define (write_segments utt path)
  (let ((file (fopen path "w")))
    (mapcar
     (lambda (segment)
       (format file "%s %s %s\n" (item.name segment) (item.feat segment "R:SylStructure.parent.stress")
               (item.feat segment "R:SylStructure.parent.parent.R:Token.parent.place")))
     (utt.relation.items utt 'Segment))
    (fclose file)))

(define (analyse number tokens folder)
  (let ((utt (Utterance Tokens nil)))
    (make_tokens utt tokens)
    (Token_POS utt)
    (Token utt)
    (POS utt)
    (Parameter.set 'Phrase_Method 'prob_models)
    (Phrasify utt)
    (keep_breaks utt)
    (Parameter.set 'Phrase_Method 'cart_tree)
    (set! phrase_cart_tree break_tree)
    (utt.relation.delete utt 'Phrase)
    (Phrasify utt)
    (Word utt)
    (Pauses utt)
    (Intonation utt)
    (PostLex utt)
    (Duration utt)
    (hts_dump_feats utt hts_feats_list (string-append folder "/" number ".lab"))
    (write_segments utt (string-append folder "/" number ".seg"))
    (format t "done %s\n" number)
    (fflush nil)))
