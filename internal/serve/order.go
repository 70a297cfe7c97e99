package serve

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"time"
)

// TokenHeader carries Live.Token with an order. A form cannot send it, and a
// script of another site only after asking, which is never granted.
const TokenHeader = "X-Tvilling-Token"

// maxOrder is the longest order that is read: paths on Linux have up to 4096 bytes.
const maxOrder = 16 << 10

// fix takes an order. Its answer is JSON, {} or {"error": …}.
func (s *Server) fix(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get(TokenHeader)), []byte(s.token)) != 1 {
		answer(w, http.StatusForbidden, "The page is of an earlier run; load it anew.")
		return
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		answer(w, http.StatusUnsupportedMediaType, "An order is JSON.")
		return
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(patience))
	o, err := readOrder(http.MaxBytesReader(w, r.Body, maxOrder))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		answer(w, http.StatusRequestEntityTooLarge, "The order is too long.")
		return
	case err != nil:
		answer(w, http.StatusBadRequest, "The order cannot be read: "+err.Error())
		return
	}
	var refusal *Refusal
	switch err := s.site.Fix(r.Context(), o); {
	case err == nil:
		answer(w, http.StatusOK, "")
	case errors.Is(err, ErrNotFound):
		answer(w, http.StatusNotFound, "There is no such article here.")
	case errors.As(err, &refusal):
		answer(w, http.StatusConflict, refusal.Reason)
	default:
		answer(w, http.StatusInternalServerError, err.Error())
	}
}

// readOrder reads one order and nothing behind it.
func readOrder(body io.Reader) (o Order, err error) {
	d := json.NewDecoder(body)
	d.DisallowUnknownFields()
	if err := d.Decode(&o); err != nil {
		return o, err
	}
	if _, err := d.Token(); err != io.EOF {
		return o, errors.New("something stands behind it")
	}
	if o.Target == "" || o.Fingerprint == "" || o.Fix < 0 {
		return o, errors.New("target and fingerprint are needed")
	}
	return o, nil
}

func answer(w http.ResponseWriter, status int, complaint string) {
	body := map[string]string{}
	if complaint != "" {
		body["error"] = complaint
	}
	w.Header().Set("Content-Type", "application/json")
	soon(w)
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the client may have left
}
