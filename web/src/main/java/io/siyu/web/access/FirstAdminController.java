package io.siyu.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class FirstAdminController {

    private final FirstAdmin firstAdmin;
    private final SignIns signIns;

    FirstAdminController(FirstAdmin firstAdmin, SignIns signIns) {
        this.firstAdmin = firstAdmin;
        this.signIns = signIns;
    }

    @GetMapping("/first-admin")
    @AllowedToEveryone
    String show(@RequestParam(defaultValue = "") String key, @ModelAttribute("form") FirstAdminForm form) {
        if (!firstAdmin.opensWith(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "access/first-admin";
    }

    @PostMapping("/first-admin")
    @AllowedToEveryone
    String become(
            @Valid @ModelAttribute("form") FirstAdminForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (faults.hasErrors()) {
            return "access/first-admin";
        }
        UserDetails admin = firstAdmin
                .become(form.key(), form.name(), form.password())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        signIns.signIn(admin, request, response);
        return "redirect:/";
    }
}
