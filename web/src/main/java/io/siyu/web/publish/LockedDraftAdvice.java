package io.siyu.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells whoever writes where nobody may write now, on the page they came from. */
@ControllerAdvice
class LockedDraftAdvice {

    @ExceptionHandler(LockedDraftException.class)
    String locked(LockedDraftException locked, HttpServletRequest request, RedirectAttributes after) {
        after.addFlashAttribute("locked", locked.getMessage());
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "redirect:" + path;
    }
}
